#include "discover/glob.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace migcheck {
namespace {

TEST(Glob, MatchesAsGitDoes) {
  struct Case {
    const char* pattern;
    const char* text;
    bool matches;
  };

  // Most of these are from the tests of git's wildmatch.
  const Case cases[] = {
      {"foo", "foo", true},
      {"???", "foo", true},
      {"??", "foo", false},
      {"*", "foo", true},
      {"f*", "foo", true},
      {"*f", "foo", false},
      {"*foo*", "foo", true},
      {"*ob*a*r*", "foobar", true},
      {"*ab", "aaaaaaabababab", true},
      {"foo\\*", "foo*", true},
      {"foo\\*bar", "foobar", false},
      {"f\\\\oo", "f\\oo", true},
      {"*[al]?", "ball", true},
      {"[ten]", "ten", false},
      {"**[!te]", "ten", true},
      {"**[!ten]", "ten", false},
      {"t[a-g]n", "ten", true},
      {"t[!a-g]n", "ten", false},
      {"t[!a-g]n", "ton", true},
      {"t[^a-g]n", "ton", true},
      {"a[]]b", "a]b", true},
      {"a[]-]b", "a-b", true},
      {"a[]a-]b", "aab", true},
      {"]", "]", true},
      {"foo*bar", "foo/baz/bar", false},
      {"foo**bar", "foo/baz/bar", false},
      {"foo**bar", "foobazbar", true},
      {"foo/**/bar", "foo/baz/bar", true},
      {"foo/**/**/bar", "foo/baz/bar", true},
      {"foo/**/bar", "foo/b/a/z/bar", true},
      {"foo/**/bar", "foo/bar", true},
      {"foo?bar", "foo/bar", false},
      {"foo[/]bar", "foo/bar", false},
      {"foo[^a-z]bar", "foo/bar", false},
      {"f[^eiu][^eiu][^eiu][^eiu][^eiu]r", "foo-bar", true},
      {"**/foo", "foo", true},
      {"**/foo", "XXX/foo", true},
      {"**/foo", "bar/baz/foo", true},
      {"*/foo", "bar/baz/foo", false},
      {"**/bar*", "foo/bar/baz", false},
      {"**/bar/*", "deep/foo/bar/baz", true},
      {"**/bar/*", "deep/foo/bar/baz/", false},
      {"**/bar/**", "deep/foo/bar/baz/", true},
      {"**/bar/*", "deep/foo/bar", false},
      {"*/bar/**", "foo/bar/baz/x", true},
      {"*/bar/**", "deep/foo/bar/baz/x", false},
      {"**/bar/*/*", "deep/foo/bar/baz/x", true},
      {"a[c-c]st", "acrt", false},
      {"a[c-c]rt", "acrt", true},
      {"\\", "", false},
      {"\\", "\\", false},
      {"*/\\", "XXX/\\", false},
      {"*/\\\\", "XXX/\\", true},
      {"@foo", "@foo", true},
      {"\\[ab]", "[ab]", true},
      {"[[]ab]", "[ab]", true},
      {"[[:]ab]", "[ab]", true},
      {"[[::]ab]", "[ab]", false},
      {"[[:digit]ab]", "[ab]", true},
      {"[\\[:]ab]", "[ab]", true},
      {"\\??\\?b", "?a?b", true},
      {"\\a\\b\\c", "abc", true},
      {"", "", true},
      {"**/t[o]", "foo/bar/baz/to", true},
      {"[[:alpha:]][[:digit:]][[:upper:]]", "a1B", true},
      {"[[:digit:][:upper:][:space:]]", "a", false},
      {"[[:digit:][:upper:][:space:]]", "A", true},
      {"[[:digit:][:upper:][:spaci:]]", "1", false},
      {"[[:digit:][:punct:][:space:]]", "_", true},
      {"[[:xdigit:]]", "f", true},
      {"[[:xdigit:]]", "g", false},
      {"[a-c[:digit:]x-z]", "5", true},
      {"[a-c[:digit:]x-z]", "y", true},
      {"[a-c[:digit:]x-z]", "q", false},
      {"[\\\\-^]", "]", true},
      {"[\\\\-^]", "[", false},
      {"[\\-_]", "-", true},
      {"[\\]]", "]", true},
      {"a[]b", "a[]b", false},
      {"[!", "ab", false},
      {"[-", "ab", false},
      {"[-]", "-", true},
      {"[--A]", "-", true},
      {"[--A]", "5", true},
      {"[a-c-e]", "d", false},
      {"[a-c-e]", "-", true},
      {"[!]a-]", "b", true},
      {"[,-.]", "-", true},
      {"[[-\\]]", "\\", true},
      {"-*-*-*-*-*-*-12-*-*-*-m-*-*-*",
       "-adobe-courier-bold-o-normal--12-120-75-75-m-70-iso8859-1",
       true},
      {"**/*a*b*g*n*t", "abcd/abcdefg/abcdefghijk/abcdefghijklmnop.txt", true},
      {"*/*/*", "foo/bba/arr", true},
      {"*/*/*", "foo/bb/aa/rr", false},
      {"*X*i", "abcXdefXghi", true},
      {"*/*X*/*/*i", "ab/cXd/efXg/hi", true},
      {"**/*X*/**/*i", "ab/cXd/efXg/hi", true},
      {"a/**", "a", false},
      {"*/**", "a", false},
      {"a/**", "a/b/c", true},
      {"***/b", "a/b", true},
      {"\xC3?", "\xC3\xA9", true},
  };
  for (const Case& one : cases) {
    EXPECT_EQ(Glob(one.pattern).matches(one.text), one.matches)
        << one.pattern << " on " << one.text;
  }
}

TEST(Glob, TakesTimeInProportion) {
  std::string pattern;
  for (int i = 0; i < 500; ++i) {
    pattern += i % 2 == 0 ? "*a" : "**/";
  }
  const std::string text(4000, 'a');
  const auto start = std::chrono::steady_clock::now();
  EXPECT_FALSE(Glob(pattern + "b").matches(text));
  std::string stars;
  for (int i = 0; i < 1000; ++i) {
    stars += "a*";
  }
  EXPECT_FALSE(Glob(stars + "b").matches(text));
  const auto took = std::chrono::steady_clock::now() - start;
  EXPECT_LT(took, std::chrono::seconds(5));
}

} // namespace
} // namespace migcheck
