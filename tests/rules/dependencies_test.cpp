// The Dependencies rules on projects that need no files.
#include "rule_findings.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

struct Header {
  std::string target;
  std::string remark;
};

// Migrations 1, 2, … of one directory, with what each depends on.
Project project_of(const std::vector<std::vector<Header>>& headers) {
  Project project;
  MigrationDirectory& directory = project.directories.emplace_back();
  directory.path = "db";
  for (const auto& items : headers) {
    Migration& one = directory.migrations.emplace_back();
    one.version = std::to_string(directory.migrations.size());
    one.version_text = one.version;
    one.entry = one.version + "_a.sql";
    one.path = "db/" + one.entry;
    for (const Header& item : items) {
      const auto begin = static_cast<std::uint32_t>(one.file.depends.size());
      one.file.depends.push_back(
          {{begin, begin + 1}, item.target, item.remark});
    }
  }
  return project;
}

std::string messages(std::string_view rule, const Project& project) {
  std::string out;
  for (const Diagnostic& one : findings_of(rule, project)) {
    out += one.location.path + ": " + one.message + "\n";
  }
  return out;
}

TEST(UnknownDependency, NamesTheNearest) {
  const Project project = project_of({{}, {{"1_b.sql", ""}, {"17", ""}}});
  const auto found = findings_of("unknown-dependency", project);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(
      found[0].message,
      "\"1_b.sql\" is no migration that \"2_a.sql\" could depend on");
  EXPECT_EQ(found[0].help, "did you mean \"1_a.sql\"?");
  EXPECT_EQ(found[1].location.span, (Span{1, 2}));
}

TEST(RetiredDependency, NamesBoth) {
  Project project = project_of({{}, {{"7_old.sql", ""}}});
  Migration& old = project.directories[0].retired.emplace_back();
  old.path = "db/7_old.sql.retired";
  old.entry = "7_old.sql.retired";
  EXPECT_EQ(
      messages("retired-dependency", project),
      "db/2_a.sql: \"2_a.sql\" depends on the retired "
      "\"7_old.sql.retired\"\n");
  EXPECT_EQ(messages("unknown-dependency", project), "");
}

TEST(ForwardDependency, TellsLaterFromItself) {
  const Project project = project_of({{{"3", ""}}, {{"2", ""}, {"1", ""}}, {}});
  EXPECT_EQ(
      messages("forward-dependency", project),
      "db/1_a.sql: \"1_a.sql\" depends on \"3_a.sql\", which runs later\n"
      "db/2_a.sql: \"2_a.sql\" depends on itself\n");
}

TEST(DependencyCycle, ShowsEachCircleOnce) {
  const Project project = project_of(
      {{},
       {{"5", ""}},
       {{"2", ""}, {"1", ""}},
       {{"3", ""}},
       {{"4", ""}},
       {{"7", ""}, {"6", ""}},
       {{"6", ""}, {"2", ""}}});
  EXPECT_EQ(
      messages("dependency-cycle", project),
      "db/2_a.sql: 4 migrations depend on each other: \"2_a.sql\" -> "
      "\"5_a.sql\" -> \"4_a.sql\" -> \"3_a.sql\" -> \"2_a.sql\"\n"
      "db/6_a.sql: 2 migrations depend on each other: \"6_a.sql\" -> "
      "\"7_a.sql\" -> \"6_a.sql\"\n");
}

TEST(DependencyCycle, IsSilentWithoutOne) {
  const Project project = project_of(
      {{}, {{"1", ""}, {"2", ""}}, {{"1", ""}, {"2", ""}}, {{"9", ""}}});
  EXPECT_EQ(messages("dependency-cycle", project), "");
}

TEST(DependencyCycle, WalksLongChains) {
  std::vector<std::vector<Header>> headers(3000);
  for (std::size_t i = 1; i < headers.size(); ++i) {
    headers[i] = {{std::to_string(i), ""}};
  }
  EXPECT_EQ(messages("dependency-cycle", project_of(headers)), "");
  headers[0] = {{"3000", ""}};
  const Project project = project_of(headers);
  const auto found = findings_of("dependency-cycle", project);
  ASSERT_EQ(found.size(), 1u);
  const auto& cycle =
      std::get<std::vector<std::string>>(found[0].data.back().second);
  EXPECT_EQ(cycle.size(), 3000u);
  EXPECT_EQ(cycle[0], "db/1_a.sql");
  EXPECT_EQ(cycle[1], "db/3000_a.sql");
  EXPECT_NE(found[0].message.find("2950 more"), std::string::npos);
}

TEST(RepeatedDependency, LooksAtRemarks) {
  const Project project = project_of(
      {{},
       {{"1", ""}, {"1_a.sql", ""}},
       {{"1", "x"}, {"1", "y"}, {"1", ""}},
       {{"zz", ""}, {"zz", ""}}});
  EXPECT_EQ(
      messages("repeated-dependency", project),
      "db/2_a.sql: \"2_a.sql\" depends on \"1_a.sql\" twice\n"
      "db/4_a.sql: \"4_a.sql\" depends on \"zz\" twice\n");
}

TEST(MalformedDepends, TellsEachProblem) {
  Migration one;
  one.path = "db/1_a.sql";
  one.file.malformed_depends = {
      {DependsProblem::near_miss, {0, 9}, "-- DEPENDS: x.sql"},
      {DependsProblem::not_in_head, {20, 29}, ""},
      {DependsProblem::no_item, {30, 39}, ""},
      {DependsProblem::bad_item, {40, 49}, ""}};
  one.file.depends = {{{50, 59}, "2_b.sql", ""}};
  MigrationDirectory directory;
  directory.migrations = {one};
  const auto found = findings_of("malformed-depends", directory);
  ASSERT_EQ(found.size(), 4u);
  EXPECT_EQ(found[0].severity, Severity::warning);
  EXPECT_EQ(found[0].message, "this comment is not read as a dependency");
  EXPECT_EQ(found[0].help, "write it as `-- DEPENDS: x.sql`");
  EXPECT_EQ(found[1].severity, Severity::error);
  EXPECT_EQ(found[1].help, "move it above the first statement");
  EXPECT_EQ(found[2].message, "this DEPENDS header has an empty item");
  EXPECT_EQ(found[3].location.span, (Span{40, 49}));
}

} // namespace
} // namespace migcheck
