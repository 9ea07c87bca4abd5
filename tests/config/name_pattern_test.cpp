#include "config/name_pattern.hpp"

#include <gtest/gtest.h>

#include <string>

namespace migcheck {
namespace {

TEST(NamePattern, IsFoundAnywhereUnlessAnchored) {
  struct Case {
    std::string_view pattern;
    std::string_view subject;
    bool expected;
  };

  const std::vector<Case> table = {
      {"^\\d{4}_[a-z0-9_]+\\.sql$", "0001_a.sql", true},
      {"^\\d{4}_[a-z0-9_]+\\.sql$", "0032-add-column.sql", false},
      {"^\\d{4}_[a-z0-9_]+\\.sql$", "x\n0001_a.sql", false},
      {"^\\d{4}_[a-z0-9_]+\\.sql$", "0001_a.sql\n", false},
      {"[A-Z]", "aBc", true},
      {"", "", true},
      {"\xFF", "a\xFF", true}};
  for (const Case& one : table) {
    const Result<bool> found = name_matches(one.pattern, one.subject);
    ASSERT_TRUE(found) << found.error().message;
    EXPECT_EQ(*found, one.expected) << one.pattern << " " << one.subject;
  }
}

TEST(NamePattern, ThatDoesNotCompileIsAnError) {
  const std::vector<std::string> table = {
      "(",
      "[a",
      "a{2,1}",
      "*",
      "\\",
      "(?<a",
      std::string(2000, 'a'),
      std::string("a\0b", 3),
      std::string(1024, '(')};
  for (const std::string& pattern : table) {
    const Result<bool> found = name_matches(pattern, "a");
    ASSERT_FALSE(found) << pattern;
    EXPECT_TRUE(found.error().message.starts_with("pattern ")) << pattern;
    EXPECT_EQ(found.error().message.find('\n'), std::string::npos);
  }
}

TEST(NamePattern, ThatExplodesIsAnErrorAndNoAnswer) {
  const std::string subject(4000, 'a');
  const Result<bool> found =
      name_matches("^(([a-z0-9_])+.)+[A-Z]([a-z])+$", subject);
  ASSERT_FALSE(found);
  EXPECT_TRUE(found.error().message.starts_with("pattern was given up on"))
      << found.error().message;
}

TEST(NamePattern, NestedRepeatsAreBounded) {
  const Result<bool> found =
      name_matches("((a{1,1000}){1,1000}){1,1000}$", std::string(300, 'a'));
  if (!found) {
    EXPECT_TRUE(found.error().message.starts_with("pattern "));
  }
}

TEST(NamePattern, IsNotMatchedAgainstHugeNames) {
  EXPECT_FALSE(name_matches("a", std::string(4097, 'a')));
}

} // namespace
} // namespace migcheck
