#include "config/known_file.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace migcheck {
namespace {

const std::string head = "# migcheck: known findings\nformat = 1\n";

KnownFinding known(Identity identity, std::string reason = "why") {
  return {storable(std::move(identity)), std::move(reason), {}};
}

TEST(KnownFile, IsWrittenSortedAndReadBack) {
  const std::string text = format_known(
      {known({"b.go", "r", {"All"}, {"2.sql", "1.sql"}}),
       known({"a.sql", "s", {}, {}}, ""),
       known({"a.sql", "r", {"m", "1"}, {"x"}}, "a \"b\"\n\xE2\x80\xAE")});
  EXPECT_EQ(
      text,
      "# migcheck: known findings\n"
      "# What is accepted for now, each with a reason. A finding that is not "
      "here is\n"
      "# reported, and so is an entry that matches none. `migcheck --known "
      "FILE\n"
      "# --write-known` writes this file again and keeps the reasons.\n"
      "format = 1\n"
      "\n[[known]]\nrule = \"r\"\npath = \"a.sql\"\n"
      "of = [\n  \"m\",\n  \"1\",\n]\nparts = [\"x\"]\n"
      "reason = \"a \\\"b\\\"\\U0000000A\\U0000202E\"\n"
      "\n[[known]]\nrule = \"s\"\npath = \"a.sql\"\nreason = \"\"\n"
      "\n[[known]]\nrule = \"r\"\npath = \"b.go\"\nof = [\"All\"]\n"
      "parts = [\n  \"1.sql\",\n  \"2.sql\",\n]\nreason = \"why\"\n");
  const auto read = parse_known(text, "k.toml");
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(read->findings.size(), 3u);
  EXPECT_EQ(read->path, "k.toml");
  EXPECT_EQ(
      read->findings[2].identity,
      (Identity{"b.go", "r", {"All"}, {"1.sql", "2.sql"}}));
  EXPECT_EQ(read->findings[0].reason, "a \"b\"\n\xE2\x80\xAE");
  EXPECT_EQ(text.substr(read->findings[1].location.span.begin, 9), "[[known]]");
}

TEST(KnownFile, MayBeEmptyAndHoldEqualTables) {
  EXPECT_TRUE(parse_known(head, "k")->findings.empty());
  EXPECT_TRUE(parse_known(format_known({}), "k")->findings.empty());
  const KnownFinding one = known({"a", "r", {}, {}});
  EXPECT_EQ(parse_known(format_known({one, one}), "k")->findings.size(), 2u);
}

TEST(KnownFile, IsKnownByItsFirstLine) {
  EXPECT_TRUE(is_known_file(format_known({})));
  EXPECT_TRUE(is_known_file("# migcheck: known findings\r\nformat = 1\r\n"));
  EXPECT_FALSE(is_known_file("format = 1\n"));
  EXPECT_FALSE(is_known_file(""));
}

TEST(KnownFile, SaysWhereItIsDamaged) {
  const std::string entry = "[[known]]\nrule = \"r\"\npath = \"p\"\n";
  const std::vector<std::pair<std::string, std::string>> table = {
      {"",
       "k:1:1: the first line is not \"# migcheck: known findings\", "
       "expected that"},
      {"# migcheck: known findings\n", "k:1:1: the file has no \"format\""},
      {"# migcheck: known findings\nformat = 2\n",
       "k:2:10: format 2 is not known to this migcheck, expected 1"},
      {head + "[[known]]\nrule = \"r\"\n", "k:3:1: [[known]] has no \"path\""},
      {head + entry + "lines = 3\n",
       "k:6:1: unknown key \"lines\" in [[known]]"},
      {head + entry + "of = \"x\"\n",
       "k:6:6: \"of\" is a string, expected an array"},
      {head + entry + "parts = [1]\n",
       "k:6:10: \"parts\" is an integer, expected a string"},
      {head + "<<<<<<< HEAD\n" + entry + "=======\n>>>>>>> topic\n",
       "k:3:1: a merge conflict was left here; keep the tables of both sides"},
      {head + "[[know]]\n",
       "k:3:3: unknown key \"know\" in the file, did you mean \"known\"?"}};
  for (const auto& [text, expected] : table) {
    const auto read = parse_known(text, "k");
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.error().message, expected);
  }
  EXPECT_FALSE(parse_known(head + "[[known]\n", "k"));
  EXPECT_FALSE(parse_known(head + entry + "reason = \"\xFF\"\n", "k"));
}

// Whatever the names hold, what is written is read back.
TEST(KnownFile, HoldsAnyNames) {
  std::mt19937 random(7);
  const std::string bytes =
      std::string("a/\"\\\n\t\x01\x7F'#[]=\xFF\xC3\xA4 .\xE2\x80\xAE", 22);
  const auto name = [&] {
    std::string made;
    for (std::size_t i = random() % 8; i > 0; --i) {
      made += bytes[random() % bytes.size()];
    }
    return made;
  };
  for (int round = 0; round < 300; ++round) {
    std::vector<KnownFinding> findings;
    for (std::size_t i = random() % 5; i > 0; --i) {
      Identity identity{name(), "rule", {}, {}};
      for (std::size_t j = random() % 3; j > 0; --j) {
        identity.of.push_back(name());
        identity.parts.push_back(name());
      }
      findings.push_back(known(std::move(identity), "r"));
    }
    const auto read = parse_known(format_known(findings), "k");
    ASSERT_TRUE(read) << read.error().message;
    std::vector<Identity> before;
    std::vector<Identity> after;
    for (const KnownFinding& one : findings) {
      before.push_back(one.identity);
    }
    for (const KnownFinding& one : read->findings) {
      after.push_back(one.identity);
    }
    std::sort(before.begin(), before.end());
    EXPECT_EQ(before, after);
  }
}

} // namespace
} // namespace migcheck
