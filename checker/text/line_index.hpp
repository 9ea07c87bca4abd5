// From byte offsets to lines and columns, for the places that are reported.
#pragma once

#include "text/span.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace migcheck {

// 1-based. Columns count Unicode code points; a byte that is not part of
// valid UTF-8 counts as one.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;

  bool operator==(const Position&) const = default;
};

// The line starts of one text. Lines end at LF; a CR before it belongs to the
// line end. The text must outlive the index.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);

  // The place of a byte; an offset beyond the end is the place of the end,
  // one inside a character that of the next. Takes constant time but for the
  // search of the line, however long the line is.
  Position position(std::uint32_t offset) const;

  // The bytes of a line (1-based) without its line end; empty beyond the end.
  Span line(std::uint32_t number) const;

  // At least 1: the text after the last LF is a line, even when empty.
  std::uint32_t line_count() const;

 private:
  // `count` code points begin before byte `offset`, where one begins.
  struct Checkpoint {
    std::uint32_t offset;
    std::uint32_t count;
  };

  void add_checkpoints();
  std::uint32_t code_points_before(std::uint32_t offset) const;

  std::string_view text_;
  std::vector<std::uint32_t> starts_;
  std::vector<Checkpoint> checkpoints_; // none: all bytes are ASCII
};

} // namespace migcheck
