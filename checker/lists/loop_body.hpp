// What the body of a loop over a list does with its names.
#pragma once

#include "lists/brackets.hpp"

#include <cstdint>

namespace migcheck::lists {

// True when the loop whose subject is `token` (a name, or the bracket of a
// list) writes files and reads none: `for f in names: open(f, "w")`. Looks at
// the next 80 tokens of the block.
bool loop_writes(const SourceTree& tree, std::uint32_t token);

} // namespace migcheck::lists
