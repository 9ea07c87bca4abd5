// Sqitch's plan: its ids, its grammar, what it refuses, and what leaves the
// base.
#include "journals/sqitch.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace migcheck {
namespace {

struct Vector {
  std::string plan;
  std::vector<std::pair<std::string, std::string>> ids;
};

const std::vector<Vector> vectors = {
    {"%syntax-version=1.0.0\n"
     "%project=flipr\n"
     "%uri=https://github.com/sqitchers/sqitch-snowflake-intro/\n"
     "\n"
     "appschema 2018-07-27T14:27:24Z Marge N. O’Vera <marge@example.com> # Add "
     "schema for all flipr objects.\n"
     "users [appschema] 2018-07-27T15:03:56Z Marge N. O’Vera "
     "<marge@example.com> # Creates table to track our users.\n"
     "flips [appschema users] 2018-07-27T15:23:41Z Marge N. O’Vera "
     "<marge@example.com> # Adds table for storing flips.\n"
     "userflips [appschema users flips] 2018-07-27T15:23:50Z Marge N. O’Vera "
     "<marge@example.com> # Creates the userflips view.\n"
     "",
     {{"appschema", "5a2ac4ae6801bfe392483ee5912b4e3592cdd57a"},
      {"users", "d251b2c9b4bc46a4b4db6b7a8a637951484e6f6b"},
      {"flips", "b36111166709a6c1bffd02cc231b11f432cbbd1f"},
      {"userflips", "73cd50c99de2a8b3eab206c73514afbeb952023c"}}},
    {"%syntax-version=1.0.0\n"
     "%project=flipr\n"
     "%uri=https://github.com/sqitchers/sqitch-clickhouse-intro/\n"
     "\n"
     "users 2025-09-19T18:29:21Z Marge N. O’Vera <marge@example.com> # Creates "
     "table to track our users.\n"
     "flips [users] 2025-09-19T18:35:31Z Marge N. O’Vera <marge@example.com> # "
     "Adds table for storing flips.\n"
     "userflips [users flips] 2025-09-19T18:38:26Z Marge N. O’Vera "
     "<marge@example.com> # Creates the userflips view.\n"
     "",
     {{"users", "02916d6d5dca9faef8f2bb5822c53de8b7ae16bc"},
      {"flips", "0756d81da8a858a991dca5ffd167fea2de8e98df"},
      {"userflips", "afdfa60d0fd2b7910601648667a23546fe0f7f43"}}},
    {"%syntax-version=1.0.0\n"
     "%project=demo\n"
     "\n"
     "base 2024-01-02T03:04:05Z Ann Example <ann@example.com> # first\\nsecond "
     "line\n"
     "api [base other:thing !legacy] 2024-01-02T03:05:06Z Ann Example "
     "<ann@example.com> # two parts\n"
     "",
     {{"base", "364e609c928da6a758e5feb8e40c97e7936abc46"},
      {"api", "d7a4e43a5573255d33645190a26d62aabaf0cbff"}}},
};

TEST(SqitchPlan, GivesChangesTheIdsOfSqitch) {
  for (const Vector& vector : vectors) {
    std::vector<std::pair<std::string, std::string>> found;
    for (const SqitchEntry& entry : parse_sqitch_plan(vector.plan).entries) {
      found.emplace_back(entry.name, entry.id);
    }
    EXPECT_EQ(found, vector.ids);
  }
}

const std::string tail = " 2026-01-01T08:00:00Z Ann <a@b.c> # note";

TEST(SqitchPlan, ReadsLinesAsSqitchDoes) {
  const std::vector<std::pair<std::string, bool>> lines = {
      {"ants" + tail, true},
      {"  ants" + tail, true},
      {"+ants" + tail, true},
      {"+ ants" + tail, true},
      {"-\tants" + tail, true},
      {"ants\t[a !b c:d @e]" + tail, true},
      {"@v1" + tail, true},
      {"ants []" + tail, true},
      {"ants 2026-01-01T08:00:00Z Ann O'Vera <a@b.c>", true},
      {"ants 2026-01-01T08:00:00Z <a@b.c>", false},
      {"ants 2026-01-01T08:00:00 Ann <a@b.c>", false},
      {"ants 2026-01-01T08:00:00Z Ann", false},
      {"ants [a" + tail, false},
      {"@v1 [a]" + tail, false},
      {"ants", false},
      {"ants 2026-01-01T08:00:00Z Ann <a@b.c> more", false}};
  for (const auto& [line, sound] : lines) {
    const SqitchPlan plan = parse_sqitch_plan("%project=p\n\n" + line + "\n");
    EXPECT_EQ(plan.bad_line == 0, sound) << line;
    EXPECT_EQ(plan.entries.size(), sound ? 1U : 0U) << line;
  }
}

TEST(SqitchPlan, KeepsPlacesAndParts) {
  const std::string text =
      "%project = p\r\n# c\r\n\r\nants [x:b@t !c]" + tail + "\\n2\r\n";
  const SqitchPlan plan = parse_sqitch_plan(text);
  EXPECT_EQ(plan.project, "p");
  ASSERT_EQ(plan.entries.size(), 1U);
  const SqitchEntry& ants = plan.entries[0];
  EXPECT_EQ(ants.line, 4U);
  EXPECT_EQ(ants.span.of(text), "ants");
  EXPECT_EQ(ants.planner, "Ann");
  EXPECT_EQ(ants.email, "a@b.c");
  EXPECT_EQ(ants.note, "note\n2");
  ASSERT_EQ(ants.dependencies.size(), 2U);
  EXPECT_EQ(ants.dependencies[0].project, "x");
  EXPECT_EQ(ants.dependencies[0].change, "b");
  EXPECT_EQ(ants.dependencies[0].tag, "t");
  EXPECT_EQ(ants.dependencies[0].span.of(text), "x:b@t");
  EXPECT_TRUE(ants.dependencies[1].conflict);
  EXPECT_EQ(ants.dependencies[1].text, "c");
}

std::string plan_of(const std::vector<std::string>& lines) {
  std::string text = "%project=p\n\n";
  for (const std::string& line : lines) {
    text += line + tail + "\n";
  }
  return text;
}

TEST(SqitchPlan, ErrorsAreThoseOfSqitch) {
  struct Case {
    std::vector<std::string> lines;
    std::vector<std::string> errors;
  };

  const std::vector<Case> cases = {
      {{"a", "b [a]", "@t", "a [a@t]"}, {}},
      {{"a", "b [a:x p:a]"}, {}},
      {{"a", "b [x]"}, {"unknown b x"}},
      {{"a", "b [p:x]"}, {"unknown b p:x"}},
      {{"a", "b [a@t]"}, {"unknown b a@t"}},
      {{"a", "b [@t]", "@t"}, {"later b @t"}},
      {{"b [a]", "a"}, {"later b a"}},
      {{"b [a]", "c [b]", "a [c]"}, {"circular b a"}},
      {{"a [a]"}, {"circular a a"}},
      {{"a", "a"}, {"repeated a "}},
      {{"a", "@t", "b", "@t"}, {"repeated @t "}},
      {{"a [!x]"}, {}}};
  for (const Case& which : cases) {
    const std::string text = plan_of(which.lines);
    std::vector<std::string> errors;
    for (const SqitchDrift& drift :
         find_plan_errors(parse_sqitch_plan(text), text)) {
      errors.push_back(
          std::string(sqitch_change_name(drift.change)) + " " + drift.name +
          " " + drift.other);
    }
    EXPECT_EQ(errors, which.errors) << text;
  }
}

TEST(SqitchPlan, TheBaseComesFirst) {
  struct Case {
    std::vector<std::string> now;
    std::string departure; // "" = none
    std::vector<std::string> tip = {"a", "b"};
  };

  const std::vector<Case> cases = {
      {{"a", "b"}, ""},
      {{"a", "b", "c"}, ""},
      {{"a", "@t", "b"}, ""},
      {{"a", "c", "b"}, "inserted c b"},
      {{"a"}, "removed b "},
      {{"a", "c"}, "removed b "},
      {{"b", "a"}, "moved b a"},
      {{"a [x]", "b"}, "edited a list of dependencies"},
      {{"a"}, "", {"a"}},
      {{"a [x]", "b"}, "", {"a [x]", "b"}}};
  for (const Case& which : cases) {
    const auto found = first_departure(
        parse_sqitch_plan(plan_of(which.now)),
        parse_sqitch_plan(plan_of({"a", "b"})),
        parse_sqitch_plan(plan_of(which.tip)));
    const std::string text =
        found ? std::string(sqitch_change_name(found->change)) + " " +
                    found->name + " " + found->other
              : "";
    EXPECT_EQ(text, which.departure) << plan_of(which.now);
  }
}

} // namespace
} // namespace migcheck
