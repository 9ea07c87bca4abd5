#include "text/printable.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

struct Case {
  std::string_view input;
  std::string_view expected;
};

TEST(Printable, ShowsOneVisibleLine) {
  const Case cases[] = {
      {"", ""},
      {"plain \xC3\xA9 \xF0\x9F\x98\x80", "plain \xC3\xA9 \xF0\x9F\x98\x80"},
      {"a\nb\rc\td", "a\\nb\\rc\\td"},
      {"\x1B[31m\x07\x7F", "\\x1b[31m\\x07\\x7f"},
      {{"a\0b", 3}, "a\\x00b"},
      {"\xFF\xFE.sql", "\\xff\\xfe.sql"},
      {"\xC0\x80", "\\xc0\\x80"},
      {"\xED\xA0\x80", "\\xed\\xa0\\x80"},
      {"\xF4\x90\x80\x80", "\\xf4\\x90\\x80\\x80"},
      {"\xE2\x82", "\\xe2\\x82"},
      {"\xC2\x85", "\\u{85}"},
      {"\xD8\x9C", "\\u{61c}"},
      {"\xE2\x80\x8B\xE2\x80\x8F", "\\u{200b}\\u{200f}"},
      {"\xE2\x80\xA8\xE2\x80\xAE", "\\u{2028}\\u{202e}"},
      {"\xE2\x81\xA6", "\\u{2066}"},
      {"\xEF\xBB\xBF", "\\u{feff}"},
      {"\xEF\xBF\xB9\xEF\xBF\xBE", "\\u{fff9}\\u{fffe}"},
      {"\xEF\xB7\x90", "\\u{fdd0}"},
      {"\xF3\xA0\x81\x81", "\\u{e0041}"},
      {"\xF0\x9F\xBF\xBF", "\\u{1ffff}"},
      {"\xEF\xBF\xBD", "\xEF\xBF\xBD"},
      {"back\\slash", "back\\slash"}};
  for (const auto& [input, expected] : cases) {
    EXPECT_EQ(printable(input), expected);
  }
}

// Every pair of bytes, alone: the outcome is visible, valid and stable.
TEST(Printable, IsVisibleForAllBytes) {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const std::string bytes{
          static_cast<char>(first), static_cast<char>(second)};
      const std::string shown = printable(bytes);
      ASSERT_TRUE(is_utf8(shown));
      ASSERT_EQ(printable(shown), shown);
      for (std::size_t at = 0; at < shown.size();) {
        const std::uint32_t point = next_code_point(shown, at);
        ASSERT_TRUE(point >= 0x20 && point != 0x7F && !is_deceptive(point));
      }
    }
  }
}

TEST(Printable, IsVisibleForAllCodePoints) {
  for (std::uint32_t point = 0x800; point < 0x10000; ++point) {
    const std::string bytes{
        static_cast<char>(0xE0 | (point >> 12)),
        static_cast<char>(0x80 | ((point >> 6) & 0x3F)),
        static_cast<char>(0x80 | (point & 0x3F))};
    const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    ASSERT_EQ(is_utf8(bytes), !surrogate) << point;
    ASSERT_EQ(printable(bytes) == bytes, !surrogate && !is_deceptive(point));
  }
}

TEST(Printable, QuotesAndCuts) {
  EXPECT_EQ(migcheck::quoted("a\n"), "\"a\\n\"");
  const std::string exact(200, 'x');
  EXPECT_EQ(migcheck::quoted(exact), "\"" + exact + "\"");
  EXPECT_EQ(migcheck::quoted(exact + "y"), "\"" + exact + "…\"");
  std::string wide;
  for (int i = 0; i < 201; ++i) {
    wide += "\xC3\xA9";
  }
  EXPECT_EQ(migcheck::quoted(wide), "\"" + wide.substr(2) + "…\"");
}

TEST(Printable, ListsNames) {
  const std::vector<std::string> names = {"a", "b", "c"};
  EXPECT_EQ(quoted_list(names), "\"a\", \"b\", \"c\"");
  EXPECT_EQ(quoted_list(names, 2), "\"a\", \"b\" and 1 more");
  EXPECT_EQ(quoted_list(std::vector<std::string>{}), "");
}

TEST(Printable, CutsAtCodePoints) {
  EXPECT_EQ(first_code_points("\xC3\xA9x", 1), "\xC3\xA9");
  EXPECT_EQ(first_code_points("\xFFx", 1), "\xFF");
  EXPECT_EQ(first_code_points("x", 5), "x");
}

TEST(LogSafe, BreaksCommands) {
  const Case cases[] = {
      {"", ""},
      {"a::b", "a::b"},
      {"::error::x", ":\\:error::x"},
      {" \t::x", " \t:\\:x"},
      {"\xC2\xA0\xE3\x80\x80::x", "\xC2\xA0\xE3\x80\x80:\\:x"},
      {":::x", ":\\::x"},
      {": :x", ": :x"},
      {"##[a", "##\\[a"},
      {"x ##vso[a ##[b", "x ##vso\\[a ##\\[b"},
      {"##teamcity[", "##teamcity\\["},
      {"#[a", "#[a"},
      {"::##[a", ":\\:##\\[a"}};
  for (const auto& [input, expected] : cases) {
    EXPECT_EQ(log_safe(input), expected);
  }
}

TEST(LogSafe, TakesLinearTime) {
  std::string line;
  for (int i = 0; i < 500000; ++i) {
    line += "##[";
  }
  EXPECT_EQ(log_safe(line).size(), line.size() + 500000);
}

TEST(DisplayWidth, CountsTerminalColumns) {
  const struct {
    std::string_view text;
    std::size_t width;
  } cases[] = {
      {"", 0},
      {"abc", 3},
      {"\xC3\xA9", 1},                 // é
      {"e\xCC\x81", 1},                // e and a combining acute
      {"\xE6\xBC\xA2\xE5\xAD\x97", 4}, // two ideographs
      {"\xEF\xBD\xB1", 1},             // half-width katakana
      {"\xEF\xBC\xA1", 2},             // full-width A
      {"\xF0\x9F\x98\x80", 2},         // an emoji
      {"\xE0\xB8\x81\xE0\xB8\xB4", 1}, // Thai consonant and vowel above
      {"\xED\x95\x9C", 2},             // Hangul syllable
      {"\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", 2}, // the same, decomposed
      {"\xE2\x94\x80", 1},                         // box drawing
      {"\xF0\xA0\x80\x80", 2},                     // plane 2
      {"\xE2\x98\x83\xEF\xB8\x8F", 1}}; // snowman, variation selector

  for (const auto& [text, width] : cases) {
    EXPECT_EQ(display_width(text), width) << text;
  }
}

} // namespace
} // namespace migcheck
