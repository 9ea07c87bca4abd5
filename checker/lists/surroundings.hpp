// What the code says around a list: its name, the comments above it, the
// functions it stands in, and what iterates over it.
#pragma once

#include "lists/brackets.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck::lists {

struct Declaration {
  std::uint32_t name = SourceTree::npos;  // token; npos = it has none
  std::uint32_t begin = SourceTree::npos; // first token of the statement
  bool subject = false;  // the list itself is what a loop goes through
  bool asserted = false; // it is an argument of an assertion
  std::vector<std::string> callees; // calls between the name and the list
};

// Reads to the left of `token` (a list's bracket or its first literal) what
// the list is given to: variable, constant, field, key.
Declaration declaration_of(const SourceTree& tree, std::uint32_t token);

// The first token of the statement that a token stands in: out of the brackets
// of lists and calls, within the block.
std::uint32_t statement_of(const SourceTree& tree, std::uint32_t token);

// True for data with keys: YAML, JSON, TOML and the like.
bool is_data(const SourceTree& tree);

// Names of the functions around a token, the innermost first, parted by
// blanks; in data files, the keys above it.
std::string functions_around(const SourceTree& tree, std::uint32_t token);

// Where the code iterates over something that has a name.
class Loops {
 public:
  explicit Loops(const SourceTree& tree);

  // Tokens of the loops over the name that `declaration` gives. Where the
  // list is local to a function, only those in that function.
  std::vector<std::uint32_t> over(const Declaration& declaration) const;

 private:
  const SourceTree* tree_;
  std::multimap<std::string_view, std::uint32_t> subjects_;
};

} // namespace migcheck::lists
