// Which of the project's directories a number may count: named by a key or a
// word, else the nearest in the tree.
#pragma once

#include "lists/count_candidates.hpp"
#include "lists/count_fit.hpp"
#include "lists/count_numbers.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace migcheck::lists {

using Chosen = std::vector<const DirectoryNumbers*>;

struct Fitting {
  const DirectoryNumbers* numbers = nullptr;
  Fit fit;
};

// All live directories, counted.
class CountDirectories {
 public:
  // The directories must outlive it.
  explicit CountDirectories(const std::vector<MigrationDirectory>& directories);

  const std::vector<DirectoryNumbers>& all() const { return numbers_; }

  // Words of the directories' paths.
  const std::vector<std::string>& words() const { return words_; }

  // Those of this path.
  Chosen of_path(std::string_view path) const;

  // `{ sqlite: 7, postgres: 8 }`: those that the key names, or its dialect.
  Chosen named_by_key(std::string_view key) const;

  // Those that most words of a name stand in the path of; all where none does.
  Chosen named_by_words(const std::vector<std::string>& words) const;

 private:
  std::vector<DirectoryNumbers> numbers_;
  std::vector<std::vector<std::string>> letters_; // of their paths' parts
  std::vector<std::string> words_;
};

// The one nearest to a file. Null where there is none, and where two that are
// no variants of each other are equally near.
const Fitting*
nearest(const std::vector<Fitting>& fitting, std::string_view path);

// No other of `chosen` is as near to the file, variants and copies aside.
bool is_nearest(
    const DirectoryNumbers& numbers,
    const Chosen& chosen,
    std::string_view path);

// True where a directory for another database lies nearer to the path than
// this one: the number may be meant for that one, which it does not fit.
bool has_nearer_dialect(
    const DirectoryNumbers& numbers,
    const Chosen& chosen,
    std::string_view path);

} // namespace migcheck::lists
