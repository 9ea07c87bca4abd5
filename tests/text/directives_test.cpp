#include "text/directives.hpp"

#include <gtest/gtest.h>

#include <string>

namespace migcheck {
namespace {

// The directives of a text that is one comment, spelt out.
std::string read(std::string_view text) {
  std::vector<Directive> directives;
  read_directives(
      text, {0, static_cast<std::uint32_t>(text.size())}, directives);
  std::string out;
  for (const Directive& one : directives) {
    out += std::string(one.verb) + "|" + std::string(one.argument) + "|" +
           std::string(one.remark) + ";";
  }
  return out;
}

TEST(Directives, AreReadFromCommentsOfAnyLanguage) {
  const std::vector<std::pair<std::string_view, std::string_view>> table = {
      {"-- migcheck: allow(version-gap) on purpose",
       "allow|version-gap|on "
       "purpose;"},
      {"// migcheck: list(subset) audit only", "list|subset|audit only;"},
      {"# migcheck:allow( a , b )  why  ", "allow|a , b|why;"},
      {"/* migcheck: allow(x) why */", "allow|x|why;"},
      {"<!-- migcheck: allow(x) why -->", "allow|x|why;"},
      {"/**\n * migcheck: allow(x) one\r\n * migcheck: allow(y)\n */",
       "allow|x|one;allow|y|;"},
      {"migcheck: count(highest, migrations)", "count|highest, migrations|;"},
      {"//nolint // migcheck: allow(x) r", "allow|x|r;"},
      {"-- migcheck: allow() r", "allow||r;"},
      // Prose, and what is not finished.
      {"-- write migcheck: allow(x) to allow it", ""},
      {"-- `migcheck: allow(x)`", ""},
      {"-- migcheck: allow x", ""},
      {"-- migcheck: allow(x", ""},
      {"-- migcheck: allow(x\n)", ""},
      {"-- migcheck:", ""},
      {"-- Migcheck: allow(x)", ""},
      {"-- migcheck: (x)", ""},
      {"", ""}};
  for (const auto& [text, expected] : table) {
    EXPECT_EQ(read(text), expected) << text;
  }
}

TEST(Directives, CoverTheirLineAndTheLineBelowTheComment) {
  const std::string_view text = "one\n"
                                "two -- migcheck: allow(x) r\n"
                                "three\n"
                                "four\n";
  const auto begin = static_cast<std::uint32_t>(text.find("--"));
  const auto end = static_cast<std::uint32_t>(text.find("\nthree"));
  for (const std::uint32_t line_feed : {0u, 1u}) {
    std::vector<Directive> directives;
    read_directives(text, {begin, end + line_feed}, directives);
    ASSERT_EQ(directives.size(), 1u);
    EXPECT_EQ(directives[0].span.of(text), "migcheck: allow(x)");
    EXPECT_EQ(
        directives[0].covers.of(text), "two -- migcheck: allow(x) r\nthree");
  }
}

TEST(Directives, InABlockCoverTheLineBelowTheBlock) {
  const std::string_view text = "/* migcheck: allow(x) r\n"
                                " * and so on\n"
                                " */\n"
                                "var list\n"
                                "more";
  std::vector<Directive> directives;
  const auto end = static_cast<std::uint32_t>(text.find("\nvar"));
  read_directives(text, {0, end}, directives);
  ASSERT_EQ(directives.size(), 1u);
  EXPECT_EQ(directives[0].covers.of(text), text.substr(0, text.find("\nmore")));
}

TEST(Directives, OnTheLastLineCoverIt) {
  const std::string_view text = "-- migcheck: allow(x)";
  std::vector<Directive> directives;
  read_directives(text, {0, 21}, directives);
  ASSERT_EQ(directives.size(), 1u);
  EXPECT_EQ(directives[0].covers, (Span{0, 21}));
}

TEST(Directives, AreBoundedInTimeAndNumber) {
  std::string text;
  for (int i = 0; i < 200000; ++i) {
    text += "/* migcheck: allow(x) r */ ";
  }
  std::vector<Directive> directives;
  for (std::uint32_t at = 0; at < text.size(); at += 27) {
    read_directives(text, {at, at + 26}, directives);
  }
  EXPECT_EQ(directives.size(), most_directives);
}

} // namespace
} // namespace migcheck
