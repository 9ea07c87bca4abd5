// Every form under which the project's migrations may be named in other files.
// A look-up is one hash, without allocation.
#pragma once

#include "io/content_key.hpp"
#include "model/migration.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck::lists {

class KnownNames {
 public:
  // File names, folder names, down files, retired names, of all directories.
  explicit KnownNames(const std::vector<MigrationDirectory>& directories);

  // True for a base name with or without its extension and direction:
  // "001_a.up.sql", "001_a.sql" and "001_a" are one.
  bool contains(std::string_view name) const { return find(name) != 0; }

  // Not 0 for a known name, and the same for its other forms.
  std::uint32_t find(std::string_view name) const;

  // The stem that `find` gave this number for.
  std::string_view stem_of(std::uint32_t found) const {
    return text_.c_str() + found - 1;
  }

  // True where no name is known that `other` does not know.
  bool is_within(const KnownNames& other) const;

  // Adds all that find() depends on.
  void add_to(ContentHash& hash) const;

  // No known name is longer.
  std::size_t longest() const { return longest_; }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t begin = 0; // in text_
    std::uint32_t size = 0;  // 0 = free
  };

  void add(std::string_view name);
  void grow(std::size_t slots);
  Slot& slot(std::uint32_t hash, std::string_view name);
  std::uint32_t look_up(std::string_view name) const;

  std::string text_; // all names, each with a NUL behind it
  std::vector<Slot> slots_;
  std::size_t count_ = 0;
  std::size_t longest_ = 0;
};

// A migration's name without `.sql` or another extension, `.up`, `.down` and
// `.retired`.
std::string_view name_stem(std::string_view name);

} // namespace migcheck::lists
