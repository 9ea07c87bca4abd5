#include "lists/deliberate.hpp"
#include "lists/words.hpp"
#include "project.hpp"

#include <gtest/gtest.h>

namespace migcheck::lists {
namespace {

using sample::directory;
using sample::JudgedProject;

std::vector<std::string> five() {
  return {
      "001_ants.sql",
      "002_bees.sql",
      "003_cats.sql",
      "004_dogs.sql",
      "005_eels.sql"};
}

// What the last list of the project lacks ("-name") and where the rest is
// handled ("name: where").
std::string gaps(JudgedProject& project) {
  const std::vector<MigrationList>& lists = project.judge();
  std::string text;
  if (lists.empty()) {
    return "no list";
  }
  for (const Migration* migration : lists.back().missing) {
    text += "-" + migration->entry + "\n";
  }
  for (const HandledElsewhere& one : lists.back().elsewhere) {
    text += one.migration->entry + ": " + one.where + "\n";
  }
  return text;
}

TEST(Deliberate, AnExclusionSaysWhere) {
  JudgedProject project({directory("sql", five())});
  project.source("a.py", "SKIPPED = ['002_bees.sql', '003_cats.sql']\n")
      .source("b.py", "ALL = ['001_ants.sql', '004_dogs.sql']\n");
  EXPECT_EQ(
      gaps(project),
      "-005_eels.sql\n002_bees.sql: named by \"SKIPPED\" in \"a.py\"\n"
      "003_cats.sql: named by \"SKIPPED\" in \"a.py\"\n");
}

TEST(Deliberate, TwinsAndPartsSayWhere) {
  JudgedProject project({directory("db/sql", five())});
  project
      .source(
          "db/z_dev.go",
          "//go:build dev\n\npackage db\n\nvar more = "
          "[]string{\"004_dogs.sql\"}\n")
      .source(
          "db/y.go",
          "package db\nvar All = []string{\"001_ants.sql\", \"002_bees.sql\", "
          "\"003_cats.sql\"}\n");
  EXPECT_EQ(
      gaps(project), "-005_eels.sql\n004_dogs.sql: named by \"db/z_dev.go\"\n");
}

TEST(Deliberate, ACommentThatNamesAFileAsTakenOut) {
  struct Row {
    const char* comment;
    const char* expected;
  };

  const std::vector<Row> rows = {
      {"003_cats.sql was removed in May",
       "003_cats.sql: a comment at the list says \"removed\"\n"},
      {"no longer needed: 003_cats",
       "003_cats.sql: a comment at the list says \"no longer\"\n"},
      {"003_cats.sql is next", "-003_cats.sql\n"},
      {"1003_cats.sql was removed", "-003_cats.sql\n"},
      {"removed 002_bees.sql", "-003_cats.sql\n"},
      {"two were removed\n  // 003_cats.sql is not one of them",
       "-003_cats.sql\n"}};
  for (const Row& row : rows) {
    JudgedProject project({directory("sql", five())});
    project.source(
        "x.ts",
        "const allFiles = [\n  \"001_ants.sql\",\n  \"002_bees.sql\",\n  // " +
            std::string(row.comment) +
            "\n  \"004_dogs.sql\",\n  \"005_eels.sql\",\n];\n");
    EXPECT_EQ(gaps(project), row.expected) << row.comment;
  }
}

} // namespace
} // namespace migcheck::lists
