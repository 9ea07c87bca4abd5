// Names that a list has by its format, where no assignment gives it one.
#pragma once

#include "lists/brackets.hpp"
#include "text/span.hpp"

#include <cstdint>

namespace migcheck::lists {

// Of the list that the token opens: an XML element's own name, the table of an
// INSERT or COPY, the variable of CMake's `set` and `list`. Empty where there
// is none.
Span format_name(const SourceTree& tree, std::uint32_t open);

// True for a key that only says when a script runs (`before_script`): its words
// are nothing that a list is called.
bool is_format_key(const SourceTree& tree, std::uint32_t token);

} // namespace migcheck::lists
