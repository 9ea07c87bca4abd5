// Comments that belong to what stands below or before them.
#pragma once

#include "lists/brackets.hpp"

#include <cstdint>
#include <string>

namespace migcheck::lists {

// The text of the comments that end right above the line of `token`, and of
// one on that line; nothing else may stand between. Of long ones the
// beginning, and none for lines longer than people write.
std::string comments_above(const SourceTree& tree, std::uint32_t token);

} // namespace migcheck::lists
