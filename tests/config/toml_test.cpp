#include "config/config.hpp"
#include "config/toml_outline.hpp"

#include <gtest/gtest.h>

#include <string>

namespace migcheck {
namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) {
    out += text;
  }
  return out;
}

std::string error_of(const std::string& text) {
  const Result<Config> config = parse_config(text, "m.toml");
  return config ? "" : config.error().message;
}

TEST(Toml, EndsAtADepthOf256) {
  const std::string deep = "values are nested more than 256 deep";
  const std::vector<std::string> table = {
      "a = " + repeated("[", 100000) + repeated("]", 100000),
      "a = " + repeated("[", 500000),
      "a = " + repeated("{a=", 100000),
      "a = " + repeated("{a.b.c=", 100000),
      repeated("a.", 100000) + "a = 1",
      "[" + repeated("a.", 100000) + "a]",
      "[[" + repeated("'a' . ", 100000) + "a]]\nb=1",
      "[" + repeated("a.", 200) + "a]\n" + repeated("a.", 100) + "b = 1"};
  for (const std::string& text : table) {
    EXPECT_NE(error_of(text).find(deep), std::string::npos)
        << text.substr(0, 20);
  }
}

TEST(Toml, AllowsADepthBelow256) {
  const std::string text =
      "a = " + repeated("[", 250) + repeated("]", 250) + "\n";
  EXPECT_EQ(error_of(text), "m.toml:1:1: unknown key \"a\"");
}

TEST(Toml, OfAnyKindIsReadInBoundedTime) {
  std::string keys;
  std::string same;
  std::string tables;
  std::string dotted;
  for (int i = 0; i < 60000; ++i) {
    const std::string number = std::to_string(i);
    keys += "k" + number + "=1\n";
    same += "a = 1\n";
    tables += "[t" + number + ".a]\n";
    dotted += "d" + number + ".a=1\n";
  }
  const std::vector<std::string> table = {
      keys,
      same,
      tables,
      dotted,
      "a = " + repeated("[],", 100),
      "a = \"" + std::string(900000, 'x'),
      "a = [" + repeated("\xC3\xA9", 400000),
      "a = ['" + repeated("\xC3\xA9", 100) + "', " + repeated("1,", 300000) +
          "]",
      repeated("[[a]]\n", 100000),
      repeated("\"\"\"", 100000),
      std::string(1 << 20, '\n')};
  for (const std::string& text : table) {
    error_of(text);
  }
  EXPECT_EQ(
      error_of(std::string((1 << 20) + 1, '\n')),
      "m.toml:1:1: the configuration has 1048577 bytes, at most 1048576 are "
      "allowed");
}

// Whatever the text, the outline must not disturb a document that is fine,
// and must not fail on its pieces.
TEST(TomlOutline, LeavesGoodDocumentsAsTheyAre) {
  const std::string text = "a = 1 # x\nb.c = [1, {d = 'e', f = \"\\\"\"}]\n"
                           "[g.h]\n\"i j\" = \"\"\"k\n\"\"l\"\"\"\n"
                           "[[m]]\nn = 1979-05-27 07:32:00\n[[m]]\nn = 0x1F\n"
                           "o = +1_000.5e-3\n[g]\np = inf\n";
  Problems problems(text, "x");
  std::string copy;
  EXPECT_EQ(check_outline(problems, copy), Outline::good);
  EXPECT_TRUE(problems.empty()) << problems.error().message;
  EXPECT_EQ(copy, text);
  for (std::size_t from = 0; from < text.size(); ++from) {
    for (std::size_t size = 1; from + size <= text.size(); size += 7) {
      error_of(text.substr(from, size));
    }
  }
}

TEST(TomlOutline, TakesOutRepeatedKeysAndNumbersOutOfRange) {
  const std::string text = "a = 1\na = [\n2 ]\nb = 1e999\nc.d = 1\nc.d = 2\n";
  Problems problems(text, "x");
  std::string copy;
  EXPECT_EQ(check_outline(problems, copy), Outline::good);
  EXPECT_EQ(copy, "a = 1\n     \n   \nb = 0    \nc.d = 1\n       \n");
  EXPECT_EQ(
      problems.error().message,
      "x:2:1: key \"a\" is already set on line 1\n"
      "x:4:5: \"1e999\" is out of range\n"
      "x:6:3: key \"d\" is already set on line 5");
}

} // namespace
} // namespace migcheck
