#include "report/fix_hunk.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

using Lines = std::vector<std::string>;

std::vector<FixHunk>
hunks(const std::string& text, const std::vector<Edit>& edits) {
  std::vector<const Edit*> pointers;
  for (const Edit& edit : edits) {
    pointers.push_back(&edit);
  }
  return fix_hunks(pointers, SourceView(text), "f");
}

struct Case {
  const char* what;
  std::string text;
  std::vector<Edit> edits;
  std::uint32_t line;
  Lines removed;
  Lines added;
};

TEST(FixHunk, ShowsWholeLines) {
  const std::string text = "a\nb\nc\n";
  const Case cases[] = {
      {"lines after a line",
       text,
       {{"f", {3, 3}, "\nx\ny"}},
       2,
       {},
       {"x", "y"}},
      {"lines before a line",
       text,
       {{"f", {4, 4}, "x\ny\n"}},
       2,
       {},
       {"x", "y"}},
      {"at the top", text, {{"f", {0, 0}, "x\n"}}, 0, {}, {"x"}},
      {"at the end", text, {{"f", {6, 6}, "x\n"}}, 3, {}, {"x"}},
      {"no final line end", "a", {{"f", {1, 1}, "\nx"}}, 1, {}, {"x"}},
      {"a line goes", text, {{"f", {2, 4}, ""}}, 2, {"b"}, {}},
      {"all goes", "a\nb\n", {{"f", {0, 4}, ""}}, 1, {"a", "b"}, {}},
      {"inside a line", text, {{"f", {2, 2}, "x"}}, 2, {"b"}, {"xb"}},
      {"a comma too", text, {{"f", {3, 3}, ",\nx"}}, 2, {"b"}, {"b,", "x"}},
      {"CRLF", "a\r\nb\r\n", {{"f", {1, 1}, "\r\nx"}}, 1, {}, {"x"}},
      {"a CRLF line goes", "a\r\nb\r\n", {{"f", {0, 3}, ""}}, 1, {"a"}, {}},
      {"between CR and LF", "a\r\nb", {{"f", {2, 2}, "x"}}, 1, {"a"}, {"a\rx"}},
      {"two edits of a line",
       "[a, b, c]",
       {{"f", {7, 8}, "z"}, {"f", {1, 2}, "x"}},
       1,
       {"[a, b, c]"},
       {"[x, b, z]"}}};
  for (const Case& test : cases) {
    SCOPED_TRACE(test.what);
    const auto found = hunks(test.text, test.edits);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].line, test.line);
    EXPECT_EQ(found[0].removed, test.removed);
    EXPECT_EQ(found[0].added, test.added);
  }
}

TEST(FixHunk, KeepsDistantEditsApart) {
  const auto found =
      hunks("a\nb\nc\n", {{"f", {0, 1}, "x"}, {"f", {4, 5}, "y"}});
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].line, 1u);
  EXPECT_EQ(found[1].line, 3u);
}

TEST(FixHunk, GivesUpOnWhatCannotBeShown) {
  EXPECT_TRUE(hunks("abc", {{"f", {0, 2}, "x"}, {"f", {1, 3}, "y"}}).empty());
  EXPECT_TRUE(hunks("abc", {{"f", {2, 9}, "x"}}).empty());
  EXPECT_TRUE(hunks(std::string(70000, 'x'), {{"f", {0, 1}, "y"}}).empty());
  EXPECT_TRUE(hunks("abc", {{"f", {1, 1}, ""}}).empty());
}

} // namespace
} // namespace migcheck
