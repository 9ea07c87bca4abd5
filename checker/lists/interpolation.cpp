#include "lists/interpolation.hpp"

#include "text/word_run.hpp"

#include <algorithm>
#include <cstddef>

namespace migcheck::lists {
namespace {

// The end of the interpolation that begins at `at`; `at` when none does.
std::size_t interpolation_end(std::string_view text, std::size_t at) {
  const char c = text[at];
  const char next = at + 1 < text.size() ? text[at + 1] : '\0';
  std::size_t open = at;
  if ((c == '$' || c == '#' || c == '%' || c == '\\') &&
      (next == '{' || next == '(')) {
    open = at + 1;
  } else if (c == '$' && word_run_end(text, at + 1) > at + 1) {
    return word_run_end(text, at + 1);
  } else if (c == '%' && (next == 's' || next == 'v' || next == 'd')) {
    return at + 2;
  } else if (c != '{') {
    return at;
  }
  const char close = text[open] == '(' ? ')' : '}';
  const std::size_t end = text.find(close, open);
  return end == std::string_view::npos ? at : end + 1;
}

} // namespace

std::string mark_interpolations(std::string_view literal) {
  if (std::none_of(literal.begin(), literal.end(), may_interpolate)) {
    return std::string(literal);
  }
  std::string text;
  text.reserve(literal.size());
  std::size_t at = 0;
  while (at < literal.size()) {
    const bool opens = may_interpolate(literal[at]);
    const std::size_t end = opens ? interpolation_end(literal, at) : at;
    if (end > at) {
      text += interpolation_mark;
      at = end;
      continue;
    }
    text += literal[at] == '\\' ? '/' : literal[at];
    ++at;
  }
  return text;
}

} // namespace migcheck::lists
