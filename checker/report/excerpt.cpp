#include "report/excerpt.hpp"

#include <algorithm>

namespace migcheck {
namespace {

constexpr std::uint32_t shown_bytes = 512; // on each side of the caret

bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

// The next place at or after `at` where a character begins, at most three
// bytes away; bytes that are not UTF-8 are cut anywhere.
std::uint32_t character_start(std::string_view text, std::uint32_t at) {
  const std::uint32_t limit =
      std::min(at + 3, static_cast<std::uint32_t>(text.size()));
  while (at < limit && continues_character(text[at])) {
    ++at;
  }
  return at;
}

} // namespace

Span SourceView::clamped(Span span) const {
  const auto size = static_cast<std::uint32_t>(text_.size());
  span.begin = std::min(span.begin, size);
  span.end = std::clamp(span.end, span.begin, size);
  return span;
}

Span SourceView::without_last_line_end(Span span) const {
  if (span.size() > 1 && text_[span.end - 1] == '\n') {
    --span.end;
  }
  if (span.size() > 1 && text_[span.end - 1] == '\r') {
    --span.end;
  }
  return span;
}

Region SourceView::region(Span span) const {
  span = clamped(span);
  return {{}, index_.position(span.begin), index_.position(span.end)};
}

Region SourceView::shown_region(Span span) const {
  return region(without_last_line_end(clamped(span)));
}

std::optional<Excerpt> SourceView::excerpt(Span span) const {
  if (span == Span{}) {
    return std::nullopt;
  }
  span = without_last_line_end(clamped(span));
  const Span line = index_.line(index_.position(span.begin).line);
  const std::uint32_t begin = std::min(span.begin, line.end);
  const std::uint32_t end = std::min(span.end, line.end);
  Span shown = line;
  if (begin - line.begin > shown_bytes) {
    shown.begin = character_start(text_, begin - shown_bytes);
  }
  if (line.end - begin > shown_bytes) {
    shown.end = character_start(text_, begin + shown_bytes);
  }
  Excerpt excerpt;
  excerpt.line = shown.of(text_);
  excerpt.caret_begin = begin - shown.begin;
  excerpt.caret_end = std::min(end, shown.end) - shown.begin;
  excerpt.continues = span.end > line.end && end > begin;
  excerpt.more_before = shown.begin > line.begin;
  excerpt.more_after = shown.end < line.end;
  return excerpt;
}

} // namespace migcheck
