// Every name under which a file of a migration directory may be written, and
// which migration that is.
#pragma once

#include "lists/entries.hpp"
#include "model/migration.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace migcheck::lists {

struct NameHit {
  std::uint32_t directory = 0;          // index into the directories
  const Migration* migration = nullptr; // null: a file that is no migration
  bool retired = false;                 // or gone
  bool gone = false;
};

// Look-up is one hash. The directories must outlive the index.
class NameIndex {
 public:
  explicit NameIndex(const std::vector<MigrationDirectory>& directories);

  // What a name may be, by directory: file name, stem, folder name, retired
  // name with and without its ending. Empty when no directory has it.
  std::span<const NameHit> find(std::string_view name) const;

  // The same for an entry: by its version where that is all it gives; its base
  // name; else, when that is a file inside a
  // migration's folder ("001_ants/up.sql"), the folder.
  std::span<const NameHit> find(const EntryName& entry) const;

  // True for a name that is numbered like some migration's, as name_mask says.
  bool is_alike(std::string_view base) const;

  // Directories whose path ends in this name.
  bool is_directory_name(std::string_view last_part) const;

  const std::vector<MigrationDirectory>& directories() const {
    return *directories_;
  }

 private:
  struct Hash {
    using is_transparent = void;

    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };

  // Almost all names have one hit.
  struct Hits {
    NameHit first;
    std::vector<NameHit> all; // empty where there is one

    std::span<const NameHit> get() const {
      return all.empty() ? std::span(&first, 1) : std::span(all);
    }
  };

  using Table = std::unordered_map<std::string_view, Hits>;

  static std::span<const NameHit>
  look_up(const Table& table, std::string_view name);
  static void add_to(Table& table, std::string_view name, const NameHit& hit);
  void add(std::string_view name, const NameHit& hit);
  void add_names(const Migration& migration, const NameHit& hit);
  void add_migration(
      const Migration& migration, std::uint32_t directory, bool retired);

  const std::vector<MigrationDirectory>* directories_;
  Table hits_;     // names in the directories
  Table versions_; // the same
  std::unordered_set<std::string, Hash, std::equal_to<>> masks_;
  std::unordered_set<std::string_view> directory_names_;
};

} // namespace migcheck::lists
