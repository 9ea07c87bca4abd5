// Whole small projects: which directories are found, and what is in them.
#include "small_project.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

TEST(FindDirectories, LeavesOtherSqlAlone) {
  Files cohorts = plain(
      {"cohort_sql/14906.sql", "cohort_sql/17492.sql", "cohort_sql/18342.sql"});
  Files selects = {
      {"sql/1_q.sql", "SELECT 1;\n"}, {"sql/2_q.sql", "SELECT 2;\n"}};
  expect_all({
      {"identifiers", cohorts, ""},
      {"identifiers in a folder that says nothing",
       plain({"sql/14906.sql", "sql/17492.sql", "sql/18342.sql"}),
       ""},
      {"nothing is defined", selects, ""},
      {"seeds", plain({"db/seeds/001_a.sql", "db/seeds/002_b.sql"}), ""},
      {"seeds below migrations",
       plain({"migrations/seed/001_a.sql", "migrations/seed/002_b.sql"}),
       ""},
      {"regression",
       plain({"sql/001_a.sql", "sql/002_b.sql", "expected/001_a.out"}),
       ""},
      {"test data",
       plain(
           {"a/testdata/migrations/001_a.sql",
            "tests/migrations/001_a.sql",
            "examples/migrations/001_a.sql",
            "node_modules/x/migrations/001_a.sql",
            "vendor/x/migrations/001_a.sql"}),
       ""},
      {"checks of migrations",
       plain({"supabase/verify/001_a.sql", "supabase/verify/002_b.sql"}),
       ""},
      {"a schema alone", plain({"migrations/schema.sql"}), ""},
  });
}

TEST(FindDirectories, SaysWhatItLeftOut) {
  const auto found =
      SmallProject(plain({"testdata/migrations/001_a.sql", "sql/q1.sql"}))
          .find();
  ASSERT_TRUE(found);
  ASSERT_EQ(found->rejected.size(), 1u);
  EXPECT_EQ(found->rejected[0].path, "testdata/migrations");
  EXPECT_EQ(found->rejected[0].reason, "test data");
}

TEST(FindDirectories, Families) {
  const auto found = SmallProject(plain(
                                      {"db/mysql/migrations/1_a.sql",
                                       "db/sqlite/migrations/1_a.sql",
                                       "svc-postgres/migrations/1_x.sql",
                                       "svc-mysql/migrations/1_y.sql"}))
                         .find();
  ASSERT_TRUE(found);
  ASSERT_EQ(found->directories.size(), 4u);
  EXPECT_EQ(found->directories[0].family, "db/*/migrations");
  EXPECT_EQ(found->directories[1].family, "db/*/migrations");
  EXPECT_EQ(found->directories[2].family, "");
}

TEST(FindDirectories, HostileNames) {
  expect_all({
      {"a zero-width space",
       {{"migrations/00\u200b1_a.sql", create}},
       "migrations numbered postgresql:; skipped "
       "migrations/00\u200b1_a.sql!\n"},
      {"line feeds and bytes that are not UTF-8",
       {{"migrations/001_a\n::error::x\n.sql", create},
        {"migrations/002_caf\xe9.sql", create}},
       "migrations numbered postgresql: 001_a\n::error::x\n.sql "
       "002_caf\xe9.sql\n"},
      {"huge versions",
       {{"migrations/" + std::string(200, '9') + "_a.sql", create},
        {"migrations/18446744073709551616_a.sql", create},
        {"migrations/0x10_a.sql", create},
        {"migrations/-1_a.sql", create}},
       "migrations numbered postgresql: 18446744073709551616_a.sql " +
           std::string(200, '9') +
           "_a.sql; skipped migrations/-1_a.sql!; skipped "
           "migrations/0x10_a.sql!\n"},
      {"options",
       {{"migrations/-001_a.sql", create}},
       "migrations numbered postgresql:; skipped migrations/-001_a.sql!\n"},
      {"a folder that is named like a migration",
       {{"migrations/001_a.sql", create}, {"migrations/002_b.sql/x", ""}},
       "migrations numbered postgresql: 001_a.sql 002_b.sql\n"},
  });
}

TEST(FindDirectories, OddFilesStayToBeReported) {
  SmallProject tree(plain({"migrations/001_a.sql", "migrations/002_b.sql"}));
  tree.entries[1].kind = FileKind::other;
  EXPECT_EQ(
      show(tree.find()),
      "migrations numbered postgresql: 001_a.sql 002_b.sql\n");
}

TEST(FindDirectories, EmptyFolderNamedLikeAMigration) {
  SmallProject tree(plain({"migrations/001_a.sql"}));
  tree.reader.add_directory("migrations/002_b.sql");
  tree.reader.add_directory("migrations/empty");
  EXPECT_EQ(
      show(tree.find()),
      "migrations numbered postgresql: 001_a.sql 002_b.sql\n");
}

TEST(FindDirectories, ArchivesAndLocks) {
  const auto found = SmallProject(plain(
                                      {"migrations/1_a.sql",
                                       "migrations/v0-archived/1_x.sql",
                                       "migrations/v0-archived/2_x.sql"}))
                         .find();
  ASSERT_TRUE(found);
  ASSERT_EQ(found->directories.size(), 2u);
  EXPECT_FALSE(found->directories[0].archived);
  EXPECT_TRUE(found->directories[1].archived);
  EXPECT_EQ(found->directories[0].lock_path, "migrations/migrations.lock");
}

TEST(Candidates, AreFoldersWithSqlOrTheName) {
  const SmallProject tree(plain(
      {"a/x.SQL",
       "b/migrations/.gitkeep",
       "c/1/up.sql",
       "d/README.md",
       "e/meta/_journal.json",
       "testdata/migrations/1_a.sql",
       "z/1_a.sql.retired"}));
  EXPECT_EQ(
      candidate_folders(tree.entries, Config()),
      (std::vector<std::string>{
          "a", "b/migrations", "c", "c/1", "e", "e/meta", "z"}));
}

} // namespace
} // namespace migcheck
