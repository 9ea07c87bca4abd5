#include "text/line_index.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

TEST(LineIndex, CountsCodePointsFromOne) {
  const std::string_view text = "a\r\n\xC3\xA9\xFFx\n";
  const LineIndex index(text);
  EXPECT_EQ(index.position(0), (Position{1, 1}));
  EXPECT_EQ(index.position(3), (Position{2, 1}));
  EXPECT_EQ(index.position(5), (Position{2, 2}));
  EXPECT_EQ(index.position(6), (Position{2, 3}));
  EXPECT_EQ(index.position(8), (Position{3, 1}));
  EXPECT_EQ(index.position(99), (Position{3, 1}));
}

TEST(LineIndex, GivesLinesWithoutTheirEnds) {
  const std::string_view text = "a\r\nbc\n";
  const LineIndex index(text);
  EXPECT_EQ(index.line_count(), 3u);
  EXPECT_EQ(index.line(1).of(text), "a");
  EXPECT_EQ(index.line(2).of(text), "bc");
  EXPECT_EQ(index.line(3).of(text), "");
  EXPECT_EQ(index.line(4).of(text), "");
}

} // namespace
} // namespace migcheck
