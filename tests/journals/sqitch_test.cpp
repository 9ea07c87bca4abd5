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
    {"%project=p\n\na 2026-01-01T08:00:00Z  <a@b>\n",
     {{"a", "f5b6162118bf2a801ee8420a4a0008da6a0d469e"}}},
    {"%project=p\n\na 2026-01-01T08:00:00Z Ann\xc2\xa0<a@b>\n",
     {{"a", "e17ef174856ef7ada7660f51e56fc982c5961599"}}},
    {"%project=p\n\na 2026-01-01T08:00:00Z Ann   <a@b>\n",
     {{"a", "dbf8bd2df59e24e7ddbfb7dd3c6973551ab13c7c"}}},
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

// A change `a` and a tag `@v` stand above each of them. What Sqitch 1.3.1 says.
TEST(SqitchPlan, ReadsLinesAsSqitchDoes) {
  const std::string time = " 2026-01-01T08:00:00Z";
  const std::vector<std::pair<std::string, std::string>> lines = {
      {"ants" + tail, ""},
      {"  ants" + tail, ""},
      {"+ants" + tail, ""},
      {"+ ants" + tail, ""},
      {"-\tants" + tail, ""},
      {"ants\t[a !b c:d @v]" + tail, ""},
      {"@v1" + tail, ""},
      {"ants" + time + " Ann O'Vera <a@b.c>", ""},
      {"ants" + time + "  <a@b.c>", ""},
      {"ants" + time + "Ann <a@b.c>", ""},
      {"ants" + time + " A > B <a@b.c>", ""},
      {"ants" + time + " A <a<b>", ""},
      {"ants" + time + " [A] <a b>", ""},
      {"ants" + time + " <a@b.c>", "damaged"},
      {"ants" + time + " A <>", "damaged"},
      {"ants" + time + " A<a>", "damaged"},
      {"ants" + time + " A <a>b>", "damaged"},
      {"ants" + time + " 0 <a>", "damaged"},
      {"ants 2026-01-01T08:00:00 Ann <a@b.c>", "damaged"},
      {"ants" + time + " Ann", "damaged"},
      {"ants [a" + tail, "damaged"},
      {"@v1 [a]" + tail, "damaged"},
      {"ants", "damaged"},
      {"ants" + time + " Ann <a@b.c> more", "damaged"},
      {"%uri=https://example.com/", "damaged"},
      {"# text", ""},
      {"# ", ""},
      {"#", "damaged"},
      {"\f", "damaged"},
      {"\xc2\xa0", ""},
      // Names.
      {"_a" + tail, ""},
      {"a_" + tail, ""},
      {"a-b" + tail, ""},
      {"a.b" + tail, ""},
      {"a/b" + tail, ""},
      {"a~b" + tail, ""},
      {"a~2b" + tail, ""},
      {"a,b" + tail, ""},
      {"a<b" + tail, ""},
      {"1" + tail, ""},
      {"head" + tail, ""},
      {"FIRST" + tail, ""},
      {"\xc3\xa9" + tail, ""},
      {"b\xc2\xa0[a]" + tail, ""},
      {"a-" + tail, "name"},
      {"a." + tail, "name"},
      {"a/" + tail, "name"},
      {"/a" + tail, "name"},
      {".a" + tail, "name"},
      {"$a" + tail, "name"},
      {"%a" + tail, "name"},
      {"(a)" + tail, "name"},
      {"a:b" + tail, "name"},
      {"a@b" + tail, "name"},
      {"a\\b" + tail, "name"},
      {"a~2" + tail, "name"},
      {"a^1" + tail, "name"},
      {"a=1" + tail, "name"},
      {"a%5" + tail, "name"},
      {"a/7" + tail, "name"},
      {"\xc3\xa9-" + tail, "name"},
      {"0" + tail, "name"},
      {"ROOT" + tail, "name"},
      {"HEAD" + tail, "name"},
      {"@HEAD" + tail, "name"},
      {"@a/b" + tail, "name"},
      {"@ a" + tail, "damaged"},
      {std::string(40, 'a') + tail, "name"},
      {std::string(40, 'a') + "z" + tail, "name"},
      {std::string(39, 'a') + tail, ""},
      {"a#b" + tail, "damaged"},
      {"b[@v]" + tail, ""},
      {"b[a]" + tail, "damaged"},
      {"b[2 a]" + tail, ""}, // taken by newer releases
      // Times.
      {"b 2024-02-29T08:00:00Z A <a>", ""},
      {"b 0000-02-29T08:00:00Z A <a>", ""},
      {"b 2016-12-31T23:59:60Z A <a>", ""},
      {"b 2026-02-29T08:00:00Z A <a>", "time"},
      {"b 2026-13-01T08:00:00Z A <a>", "time"},
      {"b 2026-00-01T08:00:00Z A <a>", "time"},
      {"b 2026-01-01T24:00:00Z A <a>", "time"},
      {"b 2026-01-01T08:60:00Z A <a>", "time"},
      {"b 2026-01-01T08:00:60Z A <a>", "time"},
      {"b 2026-12-31T23:59:61Z A <a>", "time"},
      {"b 2026-01-01T08:00:00+01:00 A <a>", "damaged"},
      // Dependencies.
      {"b [ ]" + tail, ""},
      {"b [a ]" + tail, ""},
      {"b [a  @v]" + tail, ""},
      {"b [0]" + tail, ""},
      {"b [a !a]" + tail, ""},
      {"b [" + std::string(40, 'a') + "]" + tail, ""},
      {"b []" + tail, "damaged"},
      {"b [ a]" + tail, "dependency"},
      {"b [!]" + tail, "dependency"},
      {"b [c:]" + tail, "dependency"},
      {"b [:a]" + tail, "dependency"},
      {"b [a@]" + tail, "dependency"},
      {"b [a^]" + tail, "dependency"},
      {"b [HEAD~2]" + tail, "dependency"},
      {"b [a,]" + tail, "dependency"},
      {"b [a a]" + tail, "doubled"},
      {"b [!c a !c]" + tail, "doubled"}};
  for (const auto& [line, refused] : lines) {
    const std::string head = "%project=p\n\na" + tail + "\n@v" + tail + "\n";
    const SqitchPlan plan = parse_sqitch_plan(head + line + "\n");
    EXPECT_EQ(plan.flaw ? sqitch_change_name(plan.flaw->change) : "", refused)
        << line;
    if (plan.flaw) {
      EXPECT_EQ(plan.flaw->line, 5U) << line;
      EXPECT_LE(plan.flaw->place.end, (head + line).size()) << line;
    }
  }
}

// The lines above the first empty one.
TEST(SqitchPlan, ReadsPragmasAsSqitchDoes) {
  const std::vector<std::pair<std::string, std::string>> heads = {
      {"%syntax-version=1.0.0\n%project=p\n", ""},
      {"%syntax-version\n%project=p\n", ""},
      {"%project=p\n%project=q\n", ""},
      {"\t% project = p # note\r\n", ""},
      {"# text\n%project=p\n", ""},
      {"%project=p\n%any=thing at all\n%flag\n", ""},
      {"%project=p\n% -flag\n% =x\n%a==b\n%a\\=b\n", ""},
      {"%project=p-q\n", ""},
      {"", "project"},
      {"%syntax-version=1.0.0\n", "project"},
      {"%project=0\n", "project"},
      {"\n%project=p\n", "project"},
      {"# \n%project=p\n", "project"},
      {"# 0\n%project=p\n", "project"},
      {"%project\n", "project"},
      {"%project=p q\n", "name"},
      {"%project=p@q\n", "name"},
      {"%project=p-\n", "name"},
      {"%project=\n", "header"},
      {"%project=p\n%uri=\n", "header"},
      {"%project=p\n%\n", "header"},
      {"%project=p\n%=x\n", "header"},
      {"%project=p\n%a b=c\n", "header"},
      {"%project=p\n%a-=c\n", "header"},
      {"%project=p\n#\n", "header"},
      {"\xef\xbb\xbf%project=p\n", "header"},
      {"%project=p\na" + tail + "\n", "header"}};
  for (const auto& [head, refused] : heads) {
    const SqitchPlan plan = parse_sqitch_plan(head + "\na" + tail + "\n");
    EXPECT_EQ(plan.flaw ? sqitch_change_name(plan.flaw->change) : "", refused)
        << head;
  }
}

// Sqitch's pattern goes back over a name; reading is linear all the same.
TEST(SqitchPlan, ReadsLongLinesInTime) {
  for (const char* piece : {"a<", "a[", "a[<", "a]", "a.", "a<[b] <"}) {
    std::string line;
    while (line.size() < 200'000) {
      line += piece;
    }
    for (const std::string& end : {tail, std::string(" <x>y <a>"), tail}) {
      parse_sqitch_plan("%project=p\n\n" + line + end + "\n");
    }
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
      {{"a [!x]"}, {}},
      {{"@t", "a"}, {"early @t "}},
      {{"a", "b [HEAD]"}, {"unknown b HEAD"}},
      {{"a", "b [@ROOT]"}, {"unknown b @ROOT"}},
      {{"a", "FIRST", "b [FIRST]"}, {}},
      {{"a", "b [LAST]"}, {"unknown b LAST"}},
      {{"a", "b [!a]"}, {"conflicting b a"}},
      {{"a", "b [!p:a !q:a !a@t]"}, {"conflicting b p:a"}},
      {{"b [!a]", "a"}, {}},
      {{"a", "@t", "a", "b [!a]"}, {}},
      // The first `a` is not found any more after the second has its tag.
      {{"a", "@t", "a [a@t]", "b [a@t]", "@u"}, {}},
      {{"a", "@t", "a", "@u", "b [a@t]"}, {"unknown b a@t"}},
      {{"a", "@t", "a", "@u", "b [a@u]"}, {}},
      {{"a", "b [a@t]", "@t"}, {"later b a@t"}}};
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
