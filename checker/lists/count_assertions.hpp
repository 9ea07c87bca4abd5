// Assertions and comparisons that a number stands in.
#pragma once

#include "lists/brackets.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck::lists {

struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0; // behind the last one
};

struct Assertion {
  bool found = false;
  bool sized = false;                       // of a length or a count
  std::uint32_t begin = 0;                  // tokens of its statement
  std::uint32_t end = 0;                    // behind the last one
  std::uint32_t subject = SourceTree::npos; // the variable that is looked at
};

// An assertion, or a comparison that ends in a failure. Version gates, "if
// version == 7, do this", are none.
Assertion assertion_around(const SourceTree& tree, std::uint32_t token);

// The tokens of the statement around one, from its first to behind its last; a
// line that begins with a dot goes on with the one before.
TokenRange statement_around(const SourceTree& tree, std::uint32_t token);

} // namespace migcheck::lists
