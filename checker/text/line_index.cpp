#include "text/line_index.hpp"

#include <algorithm>

namespace migcheck {
namespace {

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

std::uint32_t code_points(std::string_view text) {
  const auto continuations =
      std::count_if(text.begin(), text.end(), is_continuation);
  return static_cast<std::uint32_t>(text.size()) -
         static_cast<std::uint32_t>(continuations);
}

} // namespace

LineIndex::LineIndex(std::string_view text) : text_(text), starts_{0} {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    starts_.push_back(static_cast<std::uint32_t>(at + 1));
  }
}

Position LineIndex::position(std::uint32_t offset) const {
  const auto end = static_cast<std::uint32_t>(text_.size());
  offset = std::min(offset, end);
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const auto line = static_cast<std::uint32_t>(after - starts_.begin());
  const std::uint32_t start = starts_[line - 1];
  return {line, 1 + code_points(text_.substr(start, offset - start))};
}

Span LineIndex::line(std::uint32_t number) const {
  const auto end = static_cast<std::uint32_t>(text_.size());
  if (number == 0 || number > starts_.size()) {
    return {end, end};
  }
  Span span{
      starts_[number - 1], number < starts_.size() ? starts_[number] : end};
  if (span.size() > 0 && text_[span.end - 1] == '\n') {
    --span.end;
  }
  if (span.size() > 0 && text_[span.end - 1] == '\r') {
    --span.end;
  }
  return span;
}

std::uint32_t LineIndex::line_count() const {
  return static_cast<std::uint32_t>(starts_.size());
}

} // namespace migcheck
