// Which files may hold a number that counts migrations? Asked of every file
// that names none: a look at its path, then one at its numbers.
#pragma once

#include "lists/count_numbers.hpp"
#include "model/migration.hpp"

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace migcheck::lists {

// The last folder that was asked for: a sorted list asks for its files one
// after the other. One per thread.
struct FolderMemory {
  std::string_view folder;
  bool known = false;
  bool near = false;
};

// Where counts of migrations stand: around the directories, and in files whose
// path speaks of a database, of versions or of the program as a whole.
class CountPlaces {
 public:
  // The directories must outlive it.
  explicit CountPlaces(const std::vector<MigrationDirectory>& directories);

  bool hold(std::string_view path, FolderMemory& memory) const;

 private:
  void add(std::string_view directory);
  bool is_near(std::string_view folder) const;

  bool any_ = false;
  std::unordered_set<std::string_view> above_; // the directories' ancestors
  std::vector<std::string_view> parents_;      // all below them is near
};

// True for a text with a number near one of `numbers` that stands by a word
// such as version, schema or migration, or that is a padded version. Linear.
bool may_count(std::string_view text, const NearNumbers& numbers);

} // namespace migcheck::lists
