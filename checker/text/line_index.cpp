#include "text/line_index.hpp"

#include "text/printable.hpp"

#include <algorithm>
#include <iterator>

namespace migcheck {
namespace {

constexpr std::size_t checkpoint_distance = 1024; // bytes

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char byte) {
    return static_cast<unsigned char>(byte) >= 0x80;
  });
}

} // namespace

LineIndex::LineIndex(std::string_view text) : text_(text), starts_{0} {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    starts_.push_back(static_cast<std::uint32_t>(at + 1));
  }
  if (!is_ascii(text)) {
    add_checkpoints();
  }
}

void LineIndex::add_checkpoints() {
  std::uint32_t count = 0;
  std::size_t due = 0;
  for (std::size_t at = 0; at < text_.size(); ++count) {
    if (at >= due) {
      checkpoints_.push_back({static_cast<std::uint32_t>(at), count});
      due = at + checkpoint_distance;
    }
    next_code_point(text_, at);
  }
}

std::uint32_t LineIndex::code_points_before(std::uint32_t offset) const {
  if (checkpoints_.empty()) {
    return offset;
  }
  const auto after = std::upper_bound(
      checkpoints_.begin(),
      checkpoints_.end(),
      offset,
      [](std::uint32_t value, const Checkpoint& checkpoint) {
        return value < checkpoint.offset;
      });
  const Checkpoint& from = *std::prev(after); // the first one is at 0
  std::uint32_t count = from.count;
  for (std::size_t at = from.offset; at < offset; ++count) {
    next_code_point(text_, at);
  }
  return count;
}

Position LineIndex::position(std::uint32_t offset) const {
  const auto end = static_cast<std::uint32_t>(text_.size());
  offset = std::min(offset, end);
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const auto line = static_cast<std::uint32_t>(after - starts_.begin());
  const std::uint32_t start = starts_[line - 1];
  return {line, 1 + code_points_before(offset) - code_points_before(start)};
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
