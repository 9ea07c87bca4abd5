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

} // namespace migcheck::lists
