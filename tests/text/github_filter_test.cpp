// GitHub's documented filter patterns: its own table of examples, and what
// follows from the sentences above it.
#include "text/github_filter.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace migcheck {
namespace {

struct Vector {
  std::string_view pattern;
  std::string_view path;
  bool matches;
};

constexpr Vector vectors[] = {
    // the documentation's table of paths
    {"*", "README.md", true},
    {"*", "server.rb", true},
    {"*", "docs/README.md", false},
    {"*.jsx?", "page.js", true},
    {"*.jsx?", "page.jsx", true},
    {"*.jsx?", "page.jsxx", false},
    {"**", "all/the/files.md", true},
    {"*.js", "app.js", true},
    {"*.js", "js/app.js", false},
    {"**.js", "index.js", true},
    {"**.js", "js/index.js", true},
    {"**.js", "src/js/app.js", true},
    {"docs/*", "docs/README.md", true},
    {"docs/*", "docs/mona/octocat.txt", false},
    {"docs/**", "docs/README.md", true},
    {"docs/**", "docs/mona/octocat.txt", true},
    {"docs/**", "docs", false},
    {"docs/**/*.md", "docs/README.md", true},
    {"docs/**/*.md", "docs/mona/hello-world.md", true},
    {"docs/**/*.md", "docs/a/markdown/file.md", true},
    {"docs/**/*.md", "other/docs/file.md", false},
    {"**/docs/**", "docs/hello.md", true},
    {"**/docs/**", "dir/docs/my-file.txt", true},
    {"**/docs/**", "space/docs/plan/space.doc", true},
    {"**/docs/**", "mydocs/plan.doc", false},
    {"**/README.md", "README.md", true},
    {"**/README.md", "js/README.md", true},
    {"**/README.md", "js/MYREADME.md", false},
    {"**/*src/**", "a/src/app.js", true},
    {"**/*src/**", "my-src/code/js/app.js", true},
    {"**/*-post.md", "my-post.md", true},
    {"**/*-post.md", "path/their-post.md", true},
    {"**/migrate-*.sql", "migrate-10909.sql", true},
    {"**/migrate-*.sql", "db/migrate-v1.0.sql", true},
    {"**/migrate-*.sql", "db/sept/migrate-v1.sql", true},
    {"**/migrate-*.sql", "db/sept/premigrate-v1.sql", false},
    // of branches and tags
    {"v[12].[0-9]+.[0-9]+", "v1.10.1", true},
    {"v[12].[0-9]+.[0-9]+", "v2.0.0", true},
    {"v[12].[0-9]+.[0-9]+", "v3.0.0", false},
    {"v[12].[0-9]+.[0-9]+", "v1..1", false},
    {"*feature", "ver-10-feature", true},
    {"[CB]at", "Cat", true},
    {"[CB]at", "at", false},
    {"[1-2]00", "200", true},
    {"[1-2]00", "300", false},
    // the whole path, from the root, in its own case
    {"migrations", "migrations/001_a.sql", false},
    {"migrations/", "migrations/001_a.sql", false},
    {"/migrations/**", "migrations/001_a.sql", false},
    {"./migrations/**", "migrations/001_a.sql", false},
    {"Migrations/**", "migrations/001_a.sql", false},
    {"migrations/**", "db/migrations/001_a.sql", false},
    // one or more, none or one, of the byte before
    {"ab+c", "abbbc", true},
    {"ab+c", "ac", false},
    {"ab?c", "ac", true},
    {"ab?c", "abc", true},
    {"ab?c", "abbc", false},
    {"?ab", "ab", false},
    {"migrations/00?_*.sql", "migrations/0_a.sql", true},
    {"migrations/00?_*.sql", "migrations/001_a.sql", false},
    {"**?", "a/b", true},
    // backslashes, dots and what is refused
    {"a\\*b", "a*b", true},
    {"a\\*b", "axb", false},
    {"a.b", "axb", false},
    {"a[b", "a[b", false},
    {"a[]b", "ab", false},
    {"[z-a]", "m", false},
    {"a]", "a]", true},
    {"", "", true},
    {"", "a", false},
    // bytes that need not stand there
    {"**/b", "b", true},
    {"x/**/bcd", "x/bcd", true},
    {"abc?", "ab", true},
    {"a\\bc", "abc", true},
    {"[abcdef]x", "ax", true},
    // folders in the middle
    {"a/**/b", "a/b", true},
    {"a/**/b", "a/x/y/b", true},
    {"a/**/b", "a/xb", false},
    {"db/**.sql", "db/x/1.sql", true}};

TEST(GithubFilter, ReadsPatternsAsDocumented) {
  for (const Vector& vector : vectors) {
    EXPECT_EQ(
        github_pattern_matches(vector.pattern, vector.path), vector.matches)
        << vector.pattern << " against " << vector.path;
    const std::vector<std::string> one = {std::string(vector.pattern)};
    EXPECT_EQ(
        GithubFilter(one).verdict(vector.path) == FilterVerdict::included,
        vector.matches)
        << vector.pattern << " against " << vector.path;
  }
}

TEST(GithubFilter, LaterPatternsOverruleEarlierOnes) {
  using enum FilterVerdict;

  struct Row {
    std::vector<std::string> patterns;
    std::string_view path;
    FilterVerdict verdict;
  };

  const std::vector<Row> rows = {
      {{"*.md", "!README.md"}, "hello.md", included},
      {{"*.md", "!README.md"}, "README.md", excluded},
      {{"*.md", "!README.md"}, "docs/hello.md", unmatched},
      {{"*.md", "!README.md", "README*"}, "README.md", included},
      {{"*.md", "!README.md", "README*"}, "README.doc", included},
      {{"!a/**"}, "a/b", unmatched},
      {{"!a/b", "a/b"}, "a/b", included},
      {{"a/b", "!a/b"}, "a/b", excluded},
      {{"a/b", "!a/*", "a/b"}, "a/b", included},
      {{"a/b", "a/b", "!**"}, "a/b", excluded},
      {{"a/b", "!a[b"}, "a/b", included},
      {{}, "a/b", unmatched}};
  for (const Row& row : rows) {
    EXPECT_EQ(GithubFilter(row.patterns).verdict(row.path), row.verdict)
        << testing::PrintToString(row.patterns) << " against " << row.path;
  }
}

// Stars that follow each other must not take longer than pattern times path.
TEST(GithubFilter, IsNotLedAstrayByManyStars) {
  std::string pattern;
  for (int i = 0; i < 200; ++i) {
    pattern += "*a**/";
  }
  const std::string path(4000, 'a');
  EXPECT_FALSE(github_pattern_matches(pattern + "b", path));
}

} // namespace
} // namespace migcheck
