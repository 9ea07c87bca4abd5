// What begins in a file's SQL and never ends.
#pragma once

#include "text/span.hpp"

#include <cstdint>

namespace migcheck {

enum class LexicalError : std::uint8_t {
  open_string,
  open_identifier,
  open_comment,
  open_dollar,
  open_copy_data
};

// `at` covers the opening mark; empty for data without an end.
struct LexicalDefect {
  LexicalError error;
  Span at;
};

} // namespace migcheck
