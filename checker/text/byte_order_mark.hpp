// The byte order mark of UTF-8, which some editors put before a text.
#pragma once

#include <string_view>

namespace migcheck {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// The text behind the mark, where it begins with one.
constexpr std::string_view without_byte_order_mark(std::string_view text) {
  return text.starts_with(byte_order_mark) ? text.substr(byte_order_mark.size())
                                           : text;
}

} // namespace migcheck
