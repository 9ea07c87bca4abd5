// Parts of a literal that only the running program knows: "${dir}", "%s",
// "#{name}".
#pragma once

#include <string>
#include <string_view>

namespace migcheck::lists {

// Stands for one interpolation.
inline constexpr char interpolation_mark = '\x01';

// True for a byte that may begin one, and for `\`.
constexpr bool may_interpolate(char c) {
  return c == '$' || c == '#' || c == '%' || c == '\\' || c == '{';
}

// The literal with a mark for each interpolation and `/` for each other `\`.
std::string mark_interpolations(std::string_view literal);

constexpr bool has_interpolation(std::string_view marked) {
  return marked.find(interpolation_mark) != std::string_view::npos;
}

} // namespace migcheck::lists
