#include "project.hpp"

#include <gtest/gtest.h>

namespace migcheck::lists {
namespace {

using sample::directory;
using sample::JudgedProject;

const char* const two = "[\"001_ants.sql\", \"002_bees.sql\"]";

TEST(Attribution, PathsInTheEntriesDecide) {
  JudgedProject project(
      {directory("a/sql", {"001_ants.sql", "002_bees.sql"}),
       directory("b/sql", {"001_ants.sql", "002_bees.sql"})});
  project.source(
      "a/x.ts",
      "export const all = [\"../b/sql/001_ants.sql\", "
      "\"../b/sql/002_bees.sql\"];");
  EXPECT_EQ(project.summary(), "all b/sql complete\n");
}

TEST(Attribution, APathOfTheCodeDecidesBetweenSiblings) {
  JudgedProject project(
      {directory("db/main", {"001_ants.sql", "002_bees.sql"}),
       directory("db/side", {"001_ants.sql", "002_bees.sql"})});
  project.source(
      "db/x.py",
      "ALL = [\"001_ants.sql\", \"002_bees.sql\"]\nDIR = \"../db/side\"\n");
  EXPECT_EQ(project.summary(), "ALL db/side complete\n");
}

TEST(Attribution, OverlapThenTheNearest) {
  JudgedProject project(
      {directory("far/sql", {"001_ants.sql", "002_bees.sql"}),
       directory("near/sql", {"001_ants.sql", "002_bees.sql"}),
       directory("other/sql", {"001_ants.sql", "002_cats.sql"})});
  project.source("near/x.ts", "const all = " + std::string(two) + ";");
  EXPECT_EQ(project.summary(), "all near/sql complete\n");
}

TEST(Attribution, OfEquallyNearOnesTheOneWithFewerOthers) {
  JudgedProject project(
      {directory("one/sql", {"001_ants.sql", "002_bees.sql", "003_cats.sql"}),
       directory("two/sql", {"001_ants.sql", "002_bees.sql"})});
  project.source("tools/x.ts", "const all = " + std::string(two) + ";");
  EXPECT_EQ(project.summary(), "all two/sql complete\n");
}

TEST(Attribution, ASingleRecordIsOfTheFolderAround) {
  const std::string entry = R"({"entries": [{"tag": "0000_ants"}]})";
  JudgedProject project(
      {directory("a", {"0000_ants.sql", "0001_bees.sql"}),
       directory("b", {"0000_ants.sql"}),
       directory("c", {"users.sql"})});
  project.source("a/meta/_journal.json", entry)
      .source("b/meta/_journal.json", entry)
      .source("c/sqitch.plan", "%project=x\n\nusers 2026-01-01T00:00:00Z A\n")
      .source("d/other.json", entry);
  EXPECT_EQ(
      project.summary(),
      "entries a complete -0001_bees.sql\nentries b complete\n"
      "- c complete\n");
}

TEST(Attribution, NumbersAloneSayNothing) {
  JudgedProject project(
      {directory("sql", {"001_dogs.sql", "002_eels.sql", "003_cats.sql"})});
  project.source("x.ts", "const all = " + std::string(two) + ";");
  EXPECT_EQ(project.summary(), "");
}

TEST(Attribution, FlywayClassPath) {
  JudgedProject project({directory(
      "app/src/main/resources/db/migration", {"V1__a1.sql", "V2__b2.sql"})});
  project.source(
      "app/src/main/java/X.java",
      "class X { List<String> all = List.of(\"db/migration/V1__a1.sql\", "
      "\"classpath:db/migration/V2__b2.sql\"); }");
  EXPECT_EQ(
      project.summary(), "all app/src/main/resources/db/migration complete\n");
}

TEST(Attribution, AnArchiveNeverWinsOverTheLiveDirectory) {
  const std::string list =
      "for f in [\"001_ants.sql\", \"002_bees.sql\", \"003_cats.sql\"]:\n"
      "    run(\"migrations/\" + f)\n";
  JudgedProject named(
      {directory("migrations", {"001_squashed.sql"}),
       directory(
           "migrations/v0-archived",
           {"001_ants.sql", "002_bees.sql", "003_cats.sql"})});
  named.source("test/x.py", "def apply():\n  " + list);
  EXPECT_EQ(
      named.summary(),
      "- migrations complete -001_squashed.sql +001_ants.sql +002_bees.sql "
      "+003_cats.sql\n");
  JudgedProject unnamed(
      {directory("migrations", {"001_squashed.sql"}),
       directory(
           "migrations/v0-archived",
           {"001_ants.sql", "002_bees.sql", "003_cats.sql"})});
  unnamed.source("x.yaml", "data:\n  001_ants.sql: a\n  002_bees.sql: b\n");
  EXPECT_EQ(unnamed.summary(), "data migrations/v0-archived fixture\n");
}

TEST(Attribution, PathsToOtherFilesAreNoListOfADirectory) {
  JudgedProject project({directory("sql", {"001_ants.sql", "002_bees.sql"})});
  project.file("seeds/001_ants.sql")
      .file("seeds/002_bees.sql")
      .source(
          "x.ts",
          "const all = [\"seeds/001_ants.sql\", \"seeds/002_bees.sql\"];");
  EXPECT_EQ(project.summary(), "all ? fixture\n");
}

TEST(Attribution, FoldersAreMigrations) {
  JudgedProject project({directory("migrations", {"1_ants/", "2_bees/"})});
  project.source(
      "build.rs",
      "const ALL: &[&str] = &[include_str!(\"migrations/1_ants/up.sql\"), "
      "include_str!(\"migrations/2_bees/up.sql\")];");
  EXPECT_EQ(project.summary(), "ALL migrations complete\n");
}

} // namespace
} // namespace migcheck::lists
