#include "discover/ignore_file.hpp"

#include <gtest/gtest.h>

#include <string>

namespace migcheck {
namespace {

// "i" ignored, "k" kept by a negation, "-" nothing said. A path that ends
// with a slash is a directory.
char verdict(const IgnoreFile& file, std::string path) {
  const bool is_directory = path.ends_with('/');
  if (is_directory) {
    path.pop_back();
  }
  const std::string name = path.substr(path.rfind('/') + 1);
  switch (file.match(path, name, is_directory)) {
  case IgnoreVerdict::none:
    return '-';
  case IgnoreVerdict::ignored:
    return 'i';
  case IgnoreVerdict::kept:
    return 'k';
  }
  return '?';
}

TEST(IgnoreFile, ReadsEachLineAsGitDoes) {
  struct Case {
    const char* text;
    const char* path;
    char verdict;
  };

  const Case cases[] = {
      {"a", "a", 'i'},
      {"a", "b/a", 'i'},
      {"a", "b/a/", 'i'},
      {"a/", "b/a/", 'i'},
      {"a/", "b/a", '-'},
      {"/a", "a", 'i'},
      {"/a", "b/a", '-'},
      {"b/a", "b/a", 'i'},
      {"b/a", "c/b/a", '-'},
      {"*.log", "x/y.log", 'i'},
      {"*.log", ".log", 'i'},
      {"*.tar.gz", "x.tar.gz", 'i'},
      {"*.tar.gz", "x.gz", '-'},
      {"*~", "x~", 'i'},
      {"*.log\n!keep.log", "keep.log", 'k'},
      {"!keep.log\n*.log", "keep.log", 'i'},
      {"*.log\n!*.log\nx.log", "x.log", 'i'},
      {"#a", "#a", '-'},
      {"\\#a", "#a", 'i'},
      {"\\!a", "!a", 'i'},
      {"a ", "a", 'i'},
      {"a\\ ", "a ", 'i'},
      {"a\\  ", "a ", 'i'},
      {"a\t", "a", '-'},
      {" a", "a", '-'},
      {" a", " a", 'i'},
      {"a\r\nb", "a", 'i'},
      {"\xEF\xBB\xBF"
       "a",
       "a",
       'i'},
      {"\n\n   \n", "a", '-'},
      {"/", "a/", '-'},
      {"", "a", '-'},
      {"a/**", "a/b", 'i'},
      {"a/**", "a/", '-'},
      {"**/a", "b/c/a", 'i'},
      {"a/*/b", "a/x/b", 'i'},
      {"a/*/b", "a/x/y/b", '-'},
      {"foo**/bar", "foobar", 'i'},
      {"foo**/bar", "foo/x/bar", 'i'},
      {"doc/*.txt", "doc/x.txt", 'i'},
      {"doc/*.txt", "doc/a/x.txt", '-'},
      {"a//", "a/", '-'},
      {"a[", "a[", '-'},
      {"a\\", "a\\", '-'},
  };
  for (const Case& one : cases) {
    EXPECT_EQ(verdict(IgnoreFile(one.text), one.path), one.verdict)
        << "\"" << one.text << "\" on " << one.path;
  }
}

TEST(IgnoreFile, TrimsBlanksThatNothingProtects) {
  EXPECT_EQ(trim_pattern("a  "), "a");
  EXPECT_EQ(trim_pattern("a\\ "), "a\\ ");
  EXPECT_EQ(trim_pattern("a\\\\ "), "a\\\\");
  EXPECT_EQ(trim_pattern("a \\"), "a \\");
  EXPECT_EQ(trim_pattern("   "), "");
}

} // namespace
} // namespace migcheck
