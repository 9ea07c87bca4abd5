#include "lists/comparison.hpp"
#include "project.hpp"

#include <gtest/gtest.h>

namespace migcheck::lists {
namespace {

using sample::directory;
using sample::JudgedProject;

std::vector<std::string> four() {
  return {"001_ants.sql", "002_bees.sql", "003_cats.sql", "004_dogs.sql"};
}

// The lists of one source beside the four.
std::string summary_with(const std::string& path, const std::string& source) {
  JudgedProject project({directory("sql", four())});
  return project.source(path, source).summary();
}

std::vector<std::string> stale_hints(JudgedProject& project) {
  const std::vector<MigrationList>& lists = project.judge();
  return lists.size() == 1 ? lists[0].stale_hints
                           : std::vector<std::string>{"not one list"};
}

TEST(Comparison, BothDirectionsByName) {
  EXPECT_EQ(
      summary_with(
          "x.py",
          "ALL = ['001_ants.sql', '002_wasps.sql', '003_cats.sql', "
          "'003_cats.sql']\n"),
      "ALL sql complete -002_bees.sql -004_dogs.sql +002_wasps.sql "
      "=003_cats.sql\n");
}

TEST(Comparison, HintsNameWhatBecameOfAFile) {
  std::vector<std::string> names = four();
  names.insert(
      names.end(), {"005_eels.sql", "006_frogs.sql", "009_gone.sql.retired"});
  JudgedProject project({directory("sql", names)});
  project.file("sql/archive/000_old.sql")
      .source(
          "x.py",
          "ALL = ['001_ants.sql', '002_wasps.sql', '013_cats.sql', "
          "'000_old.sql', '009_gone.sql', '004_dogs.sql', '005_eels.sql', "
          "'006_frogs.sql', '077_x.sql']\n");
  EXPECT_EQ(
      stale_hints(project),
      (std::vector<std::string>{
          "renamed to \"002_bees.sql\"",
          "renamed to \"003_cats.sql\"",
          "it lies in \"sql/archive\" now",
          "retired as \"sql/009_gone.sql.retired\"",
          ""}));
}

TEST(Comparison, AHintNamesAListedMigrationWithTheSameNumber) {
  JudgedProject project({directory("sql", four())});
  project.source(
      "x.py",
      "ALL = ['001_ants.sql', '002_bees.sql', '002_wasps.sql', "
      "'003_cats.sql', '004_dogs.sql']\n");
  EXPECT_EQ(
      stale_hints(project),
      (std::vector<std::string>{"that number is \"002_bees.sql\" there"}));
}

TEST(Comparison, CodeMigrationsAndOtherFilesAreNotStale) {
  JudgedProject project({directory("sql", four())});
  project.file("seeds/100_seed.sql")
      .source(
          "x.go",
          "var All = []Step{{File: \"001_ants.sql\"}, {File: \"kv_move\"}, "
          "{File: \"002_bees.sql\"}, {File: \"seeds/100_seed.sql\"}, {File: "
          "\"003_cats.sql\"}, {File: \"004_dogs.sql\"}}\n");
  EXPECT_EQ(project.summary(), "All sql complete\n");
}

TEST(Comparison, TheStateBeforeTheFirstMigrationHasNoFile) {
  const auto summary = [](const std::string& first) {
    JudgedProject project({directory("sql", four())});
    project.source(
        "x.py",
        "ALL = ['" + first +
            "', '001_ants', '002_bees', '003_cats', '004_dogs']\n");
    return project.summary();
  };
  EXPECT_EQ(summary("000_empty"), "ALL sql complete\n");
  EXPECT_EQ(summary("000_gone.sql"), "ALL sql complete +000_gone.sql\n");
  EXPECT_EQ(summary("005_gone"), "ALL sql complete +005_gone\n");
}

TEST(Comparison, ABaselineIsWhereCountingStarts) {
  MigrationDirectory sql = directory("sql", four());
  sql.baseline = "003_cats.sql";
  JudgedProject project({sql});
  project.source("x.py", "ALL = ['003_cats.sql', '004_dogs.sql']\n");
  EXPECT_EQ(project.summary(), "ALL sql complete\n");
}

TEST(Comparison, ExclusionsAreLeftOutOnPurpose) {
  JudgedProject project({directory("sql", four())});
  project.source("a.py", "SKIPPED = ['002_bees.sql', '003_cats.sql']\n")
      .source("b.py", "ALL = ['001_ants.sql', '004_dogs.sql']\n");
  EXPECT_EQ(project.summary(), "SKIPPED sql exclusion\nALL sql complete\n");
}

TEST(Comparison, WhatIsOlderThanTheFirstEntryIsLeftOutOnPurpose) {
  EXPECT_EQ(
      summary_with(
          "x.py",
          "ALL = ['002_bees.sql', '004_dogs.sql']\nfor f in ALL:\n  run(f)\n"),
      "ALL sql complete -003_cats.sql\n");
}

TEST(Comparison, ListsWithoutACommonEntryAreParts) {
  EXPECT_EQ(
      summary_with(
          "x.py",
          "ALL_OLD_ONES = 1\nall = ['001_ants.sql', '002_bees.sql']\n"
          "all_files = ['003_cats.sql', '004_dogs.sql']\n"),
      "all sql complete\nall_files sql complete\n");
}

TEST(Comparison, AnAppendedNameBelongsToTheList) {
  EXPECT_EQ(
      summary_with(
          "x.go",
          "var All = []string{\"001_ants.sql\", \"002_bees.sql\", "
          "\"003_cats.sql\"}\nfunc init() {\n All = append(All, "
          "\"004_dogs.sql\")\n}\n"),
      "All sql complete\n");
}

TEST(Comparison, TwinsUnderBuildTagsAndEmbeds) {
  const std::string list =
      "package db\nvar All = []string{\"001_ants.sql\", \"002_bees.sql\"}\n";
  JudgedProject project({directory("db/sql", four())});
  project.source("db/a.go", list)
      .source(
          "db/b_dev.go",
          "//go:build dev\n\npackage db\n\nvar more = "
          "[]string{\"003_cats.sql\"}\n")
      .source(
          "db/c_test.go",
          "package db\n\n//go:embed sql/004_dogs.sql\nvar dogs string\n");
  EXPECT_EQ(project.summary(), "All db/sql complete\n");
  JudgedProject plain({directory("db/sql", four())});
  plain.source("db/a.go", list)
      .source("db/b.go", "package db\nvar more = \"003_cats.sql\"\n");
  EXPECT_EQ(
      plain.summary(), "All db/sql complete -003_cats.sql -004_dogs.sql\n");
}

TEST(Comparison, DisplacedAreTheFewest) {
  using Indexes = std::vector<std::uint32_t>;
  const std::vector<std::pair<Indexes, Indexes>> cases = {
      {{}, {}},
      {{1, 2, 3}, {}},
      {{1, 3, 2}, {1}},
      {{5, 1, 2, 3}, {0}},
      {{1, 2, 9, 3, 4}, {2}},
      {{3, 2, 1}, {0, 1}}};
  for (const auto& [values, expected] : cases) {
    EXPECT_EQ(displaced_indexes(values), expected);
  }
}

} // namespace
} // namespace migcheck::lists
