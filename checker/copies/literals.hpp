// The SQL in the strings of code: pieces that are put together are one text.
#pragma once

#include "lists/brackets.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace migcheck::copies {

// A literal, or several that `+` or nothing but blanks joins.
struct Literal {
  std::uint32_t token = 0; // the first one
  Span span;               // of the contents, the first to the last
  // As the program would hold it, but as long as the span: what stands between
  // the pieces is blank, and of `\n` and the like blanks are left.
  std::string text;
};

// Those that hold CREATE TABLE; without those that a variable is joined to.
// Linear.
std::vector<Literal> table_literals(const lists::SourceTree& tree);

} // namespace migcheck::copies
