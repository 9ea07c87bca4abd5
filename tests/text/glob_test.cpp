#include "text/glob.hpp"

#include <gtest/gtest.h>

#include <string>

namespace migcheck {
namespace {

struct Case {
  std::string_view pattern;
  std::string_view path;
  bool expected;
};

TEST(Glob, MatchesWholePaths) {
  const std::vector<Case> table = {
      {"a.sql", "a.sql", true},
      {"a.sql", "b/a.sql", false},
      {"*.sql", "a.sql", true},
      {"*.sql", "b/a.sql", false},
      {"*.sql", ".sql", true},
      {"migrations/078-*.sql", "migrations/078-a.sql", true},
      {"migrations/078-*.sql", "migrations/079-a.sql", false},
      {"migrations/*", "migrations/a/b", false},
      {"a*b*c", "aXbYbZc", true},
      {"a*b*c", "aXbYbZ", false},
      {"a**c", "abc", true},
      {"?.sql", "a.sql", true},
      {"?.sql", "ab.sql", false},
      {"[a-c]1", "b1", true},
      {"[!a-c]1", "b1", false},
      {"[]]", "]", true},
      {"[a-]", "-", true},
      {"[ab", "[ab", true},
      {"\\*", "*", true},
      {"\\*", "a", false},
      {"a\\", "a\\", true},
      {"fixtures/**", "fixtures/a", true},
      {"fixtures/**", "fixtures/a/b", true},
      {"fixtures/**", "fixtures", false},
      {"**/x.sql", "x.sql", true},
      {"**/x.sql", "a/b/x.sql", true},
      {"a/**/b", "a/b", true},
      {"a/**/b", "a/1/2/b", true},
      {"a/**/b", "a/1/2/c", false},
      {"**/a/**/b/*.sql", "x/a/y/a/z/b/1.sql", true},
      {"**/a/b", "a/c/a/b", true},
      {"**", "a/b", true},
      {"", "a", false},
      {"\xFF*", "\xFF!", true}};
  for (const Case& one : table) {
    EXPECT_EQ(glob_match(one.pattern, one.path), one.expected)
        << one.pattern << " " << one.path;
  }
}

TEST(Glob, CoversWhatLiesBelow) {
  EXPECT_TRUE(glob_covers("fixtures", "fixtures/a/b.sql"));
  EXPECT_TRUE(glob_covers("fixtures/", "fixtures/a"));
  EXPECT_TRUE(glob_covers("*/testdata", "a/testdata/b/c"));
  EXPECT_FALSE(glob_covers("fixture", "fixtures/a"));
  EXPECT_FALSE(glob_covers("", "a/b"));
}

TEST(Glob, TakesTimeProportionalToPatternTimesPath) {
  std::string stars;
  std::string parts;
  for (int i = 0; i < 2000; ++i) {
    stars += "a*";
    parts += "**/a/";
  }
  EXPECT_FALSE(glob_match(stars + "b", std::string(4000, 'a')));
  std::string path;
  for (int i = 0; i < 4000; ++i) {
    path += "a/";
  }
  EXPECT_FALSE(glob_match(parts + "b", path + "c"));
}

} // namespace
} // namespace migcheck
