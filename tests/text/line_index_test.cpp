#include "text/line_index.hpp"
#include "text/printable.hpp"

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

TEST(LineIndex, CountsBytesThatAreNoCharacters) {
  const std::string_view text = "\x80\x80x\xE2\x82y";
  const LineIndex index(text);
  const std::uint32_t columns[] = {1, 2, 3, 4, 5, 6, 7};
  for (std::uint32_t offset = 0; offset < 7; ++offset) {
    EXPECT_EQ(index.position(offset).column, columns[offset]) << offset;
  }
}

// Against the plain definition, over places before and after checkpoints.
TEST(LineIndex, AgreesWithCountingFromTheLineStart) {
  std::string text;
  for (int i = 0; i < 3000; ++i) {
    text += i % 7 == 0 ? "\xE2\x82\xAC" : i % 11 == 0 ? "\xFF" : "x";
    text += i == 1500 ? "\n" : "";
  }
  const LineIndex index(text);
  Position expected;
  for (std::size_t at = 0; at < text.size();) {
    EXPECT_EQ(index.position(static_cast<std::uint32_t>(at)), expected);
    const bool line_end = text[at] == '\n';
    next_code_point(text, at);
    expected = line_end ? Position{expected.line + 1, 1}
                        : Position{expected.line, expected.column + 1};
  }
}

TEST(LineIndex, IsQuickOnOneLongLine) {
  std::string text = "\xC3\xA9";
  text.append(4u << 20, 'x');
  const LineIndex index(text);
  std::uint64_t sum = 0;
  for (std::uint32_t i = 0; i < 100000; ++i) {
    sum += index.position(static_cast<std::uint32_t>(text.size()) - i).column;
  }
  EXPECT_EQ(sum, 100000ull * ((4u << 20) + 2) - 100000ull * 99999 / 2);
}

} // namespace
} // namespace migcheck
