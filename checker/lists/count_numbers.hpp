// The numbers that may stand for a migration directory: its newest version,
// how many migrations it holds, and what both were a short while ago.
#pragma once

#include "io/content_key.hpp"
#include "model/migration.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck::lists {

// A directory without this many of its newest migrations stands in for the
// past.
inline constexpr std::size_t most_newer = 5;

// How far a number may be off and still be meant for the directory.
inline constexpr std::uint64_t most_off = 3;

// Digits, with `_` between them, as a number; nothing for anything else and
// for more than 64 bits. A number's suffix (i64, u, L, n) is passed over.
std::optional<std::uint64_t> read_number(std::string_view text);

// One directory, counted.
struct DirectoryNumbers {
  const MigrationDirectory* directory = nullptr;

  // Versioned migrations, code migrations among them, by version; one for
  // each version.
  std::vector<const Migration*> newest_last;
  // Theirs. Empty where versions are no numbers: then only those of dotted
  // versions ("1.13") stand above.
  std::vector<std::uint64_t> versions;

  // How many migrations there are: files, versions, files and code migrations,
  // files and repeatables. Different values only; the first is the files'.
  std::vector<std::uint64_t> counts;

  // Flyway's history table holds a row for the schema too.
  bool schema_row = false;

  // The versions are times, not numbers in a row.
  bool timestamps = false;

  bool has_versions() const { return !versions.empty(); }

  std::uint64_t highest() const { return versions.back(); }

  std::uint64_t lowest() const { return versions.front(); }

  std::uint64_t count() const { return counts.front(); }
};

DirectoryNumbers count_directory(const MigrationDirectory& directory);

// The numbers of all directories, which must outlive it, for a first look at a
// file.
class NearNumbers {
 public:
  NearNumbers() = default;
  explicit NearNumbers(const std::vector<MigrationDirectory>& directories);

  // Adds those of more directories.
  void add(const std::vector<const MigrationDirectory*>& directories);

  // True for a number that is, or was lately, something that a directory can
  // be counted as; or nearly.
  bool contains(std::uint64_t number) const;

  // No number with fewer digits is near, dotted ones aside.
  std::size_t fewest_digits() const { return fewest_; }

  // The newest version as it is written, where it is padded with zeros:
  // "00797". True for one of the last few too.
  bool is_padded_version(std::string_view digits) const;

  // The same for versions with dots: "1.13".
  bool is_dotted_version(std::string_view digits) const;

  bool has_dotted_versions() const { return !dotted_.empty(); }

  // Adds all numbers and versions.
  void add_to(ContentHash& hash) const;

  // Stands for all of them.
  std::uint64_t key() const;

 private:
  void add(const MigrationDirectory& directory);
  void add(const DirectoryNumbers& numbers);
  void sort();
  void add_around(std::uint64_t number, std::uint64_t below);
  void add_texts(const DirectoryNumbers& numbers);

  std::size_t fewest_ = ~std::size_t{0};
  std::array<std::uint64_t, 64> small_{}; // one bit for each number
  std::vector<std::uint64_t> large_;      // sorted
  std::vector<std::string_view> padded_;  // sorted
  std::vector<std::string_view> dotted_;  // sorted
};

} // namespace migcheck::lists
