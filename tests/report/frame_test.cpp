#include "report/frame.hpp"
#include "text/printable.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

Excerpt excerpt(std::string line, std::uint32_t begin, std::uint32_t end) {
  Excerpt made;
  made.line = std::move(line);
  made.caret_begin = begin;
  made.caret_end = end;
  return made;
}

std::string shown(const Excerpt& excerpt, std::uint32_t line = 7) {
  const Frame made = frame(excerpt, line);
  return made.source + "\n" + made.caret + "\n";
}

TEST(Frame, PutsTheCaretUnderTheSpan) {
  const struct {
    std::string line;
    std::uint32_t begin;
    std::uint32_t end;
    const char* expected;
  } cases[] = {
      {"ab cd", 3, 5, "     7 | ab cd\n       |    ^~\n"},
      {"ab", 0, 1, "     7 | ab\n       | ^\n"},
      {"ab", 2, 2, "     7 | ab\n       |   ^\n"},
      {"", 0, 0, "     7 |\n       | ^\n"},
      {"\tx", 1, 2, "     7 |     x\n       |     ^\n"},
      {"a\tb", 0, 3, "     7 | a    b\n       | ^~~~~~\n"},
      {"漢字x", 6, 7, "     7 | 漢字x\n       |     ^\n"},
      {"漢字x", 0, 6, "     7 | 漢字x\n       | ^~~~\n"},
      {"e\xCC\x81x", 3, 4, "     7 | e\xCC\x81x\n       |  ^\n"},
      {"\x1Bx", 1, 2, "     7 | \\x1bx\n       |     ^\n"},
      {"\xFFx", 0, 1, "     7 | \\xffx\n       | ^~~~\n"},
      {"##[x]y", 5, 6, "     7 | ##\\[x]y\n       |       ^\n"},
      {"##[x]y", 2, 3, "     7 | ##\\[x]y\n       |   ^~\n"},
      {"::x", 0, 2, "     7 | ::x\n       | ^~\n"},
      {"ab  ", 0, 2, "     7 | ab\n       | ^~\n"},
      {"ab", 5, 9, "     7 | ab\n       |   ^\n"}};

  for (const auto& [line, begin, end, expected] : cases) {
    EXPECT_EQ(shown(excerpt(line, begin, end)), expected);
  }
}

TEST(Frame, ShowsThatTheSpanGoesOn) {
  Excerpt many = excerpt("CREATE (", 0, 8);
  many.continues = true;
  EXPECT_EQ(shown(many, 1234567), "1234567 | CREATE (\n        | ^~~~~~~~…\n");
}

TEST(Frame, CutsLongLinesAroundTheSpan) {
  const std::string before(100, 'b');
  const std::string after(100, 'a');
  const std::string narrow = shown(excerpt(before + "xyz" + after, 100, 103));
  EXPECT_EQ(
      narrow,
      "     7 | …" + std::string(49, 'b') + "xyz" + std::string(66, 'a') +
          "…\n       | " + std::string(50, ' ') + "^~~\n");
  const std::string wide =
      shown(excerpt(before + std::string(300, 'x') + after, 100, 400));
  EXPECT_EQ(
      wide,
      "     7 | …" + std::string(49, 'b') + std::string(69, 'x') +
          "…\n       | " + std::string(50, ' ') + "^" + std::string(69, '~') +
          "\n");
  Excerpt window = excerpt("abc", 1, 2);
  window.more_before = true;
  window.more_after = true;
  EXPECT_EQ(shown(window), "     7 | …abc…\n       |   ^\n");
}

TEST(Frame, NeverExceedsItsWidth) {
  const std::string pieces[] = {"x", "漢", "\t", "\xFF", "e\xCC\x81"};
  for (std::size_t before = 0; before < 200; before += 7) {
    for (std::size_t marked = 0; marked < 200; marked += 7) {
      std::string line;
      for (std::size_t i = 0; i < before; ++i) {
        line += pieces[i % 5];
      }
      const auto begin = static_cast<std::uint32_t>(line.size());
      for (std::size_t i = 0; i < marked; ++i) {
        line += pieces[i % 3];
      }
      const auto end = static_cast<std::uint32_t>(line.size());
      const Frame made = frame(excerpt(line + "tail", begin, end), 1);
      ASSERT_LE(display_width(made.source), 9u + 120u);
      ASSERT_LE(display_width(made.caret), 9u + 121u);
    }
  }
}

} // namespace
} // namespace migcheck
