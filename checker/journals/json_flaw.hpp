// Where a text is not JSON.
#pragma once

#include "text/span.hpp"

#include <optional>
#include <string_view>

namespace migcheck {

// The first place that JavaScript's JSON.parse refuses, one byte of the text,
// or an empty span at 0 where the text is. Bytes that are no UTF-8, halves of
// surrogates and numbers without measure pass in it.
std::optional<Span> find_json_flaw(std::string_view text);

// The same for a text that is to be an object, by its first and last bytes
// alone: what was cut off in between is not found.
std::optional<Span> find_object_flaw(std::string_view text);

} // namespace migcheck
