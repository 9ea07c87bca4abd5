#include "report/escape.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

struct Case {
  std::string_view input;
  std::string_view expected;
};

TEST(Escape, WritesTheDataOfACommand) {
  const Case cases[] = {
      {"", ""},
      {"a:b,c", "a:b,c"},
      {"50%\r\n", "50%25%0D%0A"},
      {"%0A", "%250A"}};
  for (const auto& [input, expected] : cases) {
    EXPECT_EQ(gh_data(input), expected);
  }
}

TEST(Escape, WritesAPropertyOfACommand) {
  EXPECT_EQ(gh_prop("a:b,c%.sql"), "a%3Ab%2Cc%25.sql");
  EXPECT_EQ(gh_prop("x\ny"), "x%0Ay");
}

TEST(Escape, WritesXml) {
  EXPECT_EQ(
      xml("<a b='c'>&\"]]>"), "&lt;a b=&apos;c&apos;&gt;&amp;&quot;]]&gt;");
}

TEST(Escape, WritesUris) {
  const Case cases[] = {
      {"migrations/001_a.sql", "migrations/001_a.sql"},
      {"a:b c.sql", "a%3Ab%20c.sql"},
      {"\xFF~", "%FF~"},
      {"a\\b", "a%5Cb"}};
  for (const auto& [input, expected] : cases) {
    EXPECT_EQ(uri(input), expected);
  }
}

TEST(Escape, KeepsTextInsideACodeSpan) {
  const Case cases[] = {
      {"", "` `"},
      {"a", "`a`"},
      {" ", "` `"},
      {" a ", "`  a  `"},
      {" a", "` a`"},
      {"`", "`` ` ``"},
      {"a``b", "```a``b```"},
      {"a|b", "`a|b`"}};
  for (const auto& [input, expected] : cases) {
    EXPECT_EQ(code_span(input, MarkdownPlace::text), expected);
  }
  EXPECT_EQ(code_span("a|b", MarkdownPlace::table), "`a\\|b`");
}

} // namespace
} // namespace migcheck
