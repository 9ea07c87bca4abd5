// Whole small projects: which directories are found, and what is in them.
#include "discover/directories.hpp"
#include "io/memory_reader.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

using Files = std::map<std::string, std::string>;

const std::string create = "CREATE TABLE a (id int);\n";

// A project in memory; the files of `files` stay alive in it.
struct Tree {
  explicit Tree(Files with) : files(std::move(with)), reader(files) {
    for (const auto& [path, text] : files) {
      entries.push_back({.path = path});
    }
  }

  Result<Discovered> find(const Config& config = {}) const {
    return find_directories_in(entries, reader, config);
  }

  Files files;
  MemoryReader reader;
  std::vector<FileEntry> entries;
};

Files plain(const std::vector<std::string>& paths) {
  Files files;
  for (const std::string& path : paths) {
    files[path] = create;
  }
  return files;
}

// "path layout dialect: entry entry+down …; retired …; skipped …"
std::string show(const MigrationDirectory& directory) {
  std::string text = directory.path + " " +
                     std::string(layout(directory.layout).name) + " " +
                     std::string(dialect_name(directory.dialect)) + ":";
  for (const Migration& migration : directory.migrations) {
    text += " " + migration.entry;
    text += migration.down.empty() ? "" : "+down";
    text += migration.direction == Direction::down ? "(down)" : "";
  }
  for (const Migration& migration : directory.retired) {
    text += "; retired " + migration.entry;
  }
  for (const Migration& migration : directory.code) {
    text += "; code " + migration.entry;
  }
  for (const SkippedEntry& entry : directory.skipped) {
    if (entry.verdict != NameVerdict::companion) {
      text += "; skipped " + entry.path + (entry.silent ? "!" : "");
    }
  }
  return text;
}

std::string show(const Result<Discovered>& found) {
  if (!found) {
    return "error: " + found.error().message;
  }
  std::string text;
  for (const MigrationDirectory& directory : found->directories) {
    text += show(directory) + "\n";
  }
  return text;
}

struct Case {
  const char* what;
  Files files;
  std::string expected;
};

void expect_all(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    EXPECT_EQ(show(Tree(c.files).find()), c.expected) << c.what;
  }
}

TEST(FindDirectories, ByMarker) {
  expect_all({
      {"sqitch in the plan's order",
       {{"db/sqitch.plan",
         "%syntax-version=1.0.0\n%project=p\n\nb 2024-01-01T00:00:00Z A <a@b>"
         "\n@v1 2024-01-02T00:00:00Z A <a@b>\na [b] 2024-01-03T00:00:00Z A "
         "<a@b>\nb [b@v1] 2024-01-04T00:00:00Z A <a@b>\n"},
        {"db/deploy/a.sql", create},
        {"db/deploy/b.sql", create},
        {"db/deploy/b@v1.sql", create},
        {"db/revert/a.sql", create},
        {"db/verify/a.sql", create}},
       "db sqitch postgresql: deploy/b@v1.sql deploy/a.sql+down "
       "deploy/b.sql\n"},
      {"drizzle in the journal's order",
       {{"drizzle/meta/_journal.json",
         R"({"version":"7","dialect":"sqlite","entries":[{"idx":0,"tag":"0000_z"},{"idx":1,"tag":"0001_a"}]})"},
        {"drizzle/0001_a.sql", create},
        {"drizzle/0000_z.sql", create},
        {"drizzle/0000_lost.sql", create}},
       "drizzle drizzle sqlite: 0000_z.sql 0001_a.sql 0000_lost.sql\n"},
      {"prisma",
       {{"prisma/migrations/migration_lock.toml", "provider = \"mysql\"\n"},
        {"prisma/migrations/20240101000000_init/migration.sql", create}},
       "prisma/migrations prisma postgresql: 20240101000000_init\n"},
      {"diesel",
       plain(
           {"migrations/2024-01-02-000000_b/up.sql",
            "migrations/20240101000000_a/up.sql",
            "migrations/20240101000000_a/down.sql",
            "migrations/20240103000000_c/down.sql"}),
       "migrations diesel postgresql: 20240101000000_a+down "
       "2024-01-02-000000_b; skipped migrations/20240103000000_c\n"},
      {"atlas",
       plain({"m/atlas.sum", "m/2_b.sql", "m/10_a.sql"}),
       "m atlas postgresql: 10_a.sql 2_b.sql\n"},
      {"supabase",
       plain(
           {"supabase/config.toml",
            "supabase/migrations/20210101000000_init.sql",
            "supabase/migrations/20240101000000_a.sql",
            "supabase/migrations/all.sql"}),
       "supabase/migrations supabase postgresql: 20240101000000_a.sql; "
       "skipped supabase/migrations/all.sql\n"},
      {"supabase's folder with down files",
       plain(
           {"supabase/config.toml",
            "supabase/migrations/001_a.sql",
            "supabase/migrations/001_a.down.sql"}),
       "supabase/migrations numbered postgresql: 001_a.sql+down\n"},
  });
}

TEST(FindDirectories, ByAnnotation) {
  expect_all({
      {"goose, a Go migration among them",
       {{"db/2_b.sql", "-- licence\n-- +goose Up\n" + create},
        {"db/10_c.sql", "-- +goose Up\n" + create},
        {"db/3_x.go", "package db\n"},
        {"db/main.go", "package db\n"},
        {"db/10_c_test.go", "package db\n"}},
       "db goose postgresql: 2_b.sql 10_c.sql; code 3_x.go; skipped "
       "db/10_c_test.go; skipped db/main.go\n"},
      {"goose behind a lockfile of Atlas",
       {{"m/atlas.sum", ""}, {"m/1_a.sql", "-- +goose Up\n" + create}},
       "m goose postgresql: 1_a.sql\n"},
      {"dbmate",
       {{"db/migrations/10_a.sql", "-- migrate:up\n" + create},
        {"db/migrations/9_b.sql", "-- migrate:up\n" + create},
        {"db/schema.sql", create}},
       "db/migrations dbmate postgresql: 10_a.sql 9_b.sql\n"},
      {"liquibase, a changeset in YAML among them",
       {{"changelog/001-a.sql", "--liquibase formatted sql\n" + create},
        {"changelog/002-b.yml", "databaseChangeLog:\n"}},
       "changelog liquibase-sql postgresql: 001-a.sql; code 002-b.yml\n"},
      {"an annotation in a string is none",
       {{"db/notes.sql", "SELECT '-- +goose Up';\n"}},
       ""},
  });
}

TEST(FindDirectories, ByShape) {
  expect_all({
      {"flyway with folders below",
       plain(
           {"src/main/resources/db/migration/V2__b.sql",
            "src/main/resources/db/migration/V10__c.sql",
            "src/main/resources/db/migration/R__view.sql",
            "src/main/resources/db/migration/old1/V1__a.sql",
            "src/main/resources/db/migration/U2__b.sql",
            "src/main/resources/db/migration/v3__x.sql",
            "src/main/resources/db/migration/V10__c.sql.conf",
            "src/main/java/db/migration/V4__Code.java"}),
       "src/main/resources/db/migration flyway postgresql: old1/V1__a.sql "
       "V2__b.sql+down V10__c.sql R__view.sql; code V4__Code.java; skipped "
       "src/main/resources/db/migration/v3__x.sql!\n"},
      {"flyway locations of two tenants",
       plain(
           {"db/migration/core/V1__a.sql",
            "db/migration/core/V2__a.sql",
            "db/migration/tenant/V1__b.sql",
            "db/migration/tenant/V2__b.sql"}),
       "db/migration/core flyway postgresql: V1__a.sql V2__a.sql\n"
       "db/migration/tenant flyway postgresql: V1__b.sql V2__b.sql\n"},
      {"golang-migrate",
       plain(
           {"go.mod",
            "m/1_a.up.sql",
            "m/1_b.down.sql",
            "m/10_c.up.sql",
            "m/2_x.down.sql",
            "m/3_y.sql"}),
       "m golang-migrate postgresql: 1_a.up.sql+down 2_x.down.sql(down) "
       "10_c.up.sql; skipped m/3_y.sql!\n"},
      {"the same names beside Cargo.toml",
       plain({"api/Cargo.toml", "api/migrations/1_a.up.sql"}),
       "api/migrations sqlx postgresql: 1_a.up.sql\n"},
  });
}

TEST(FindDirectories, ByNumber) {
  expect_all({
      {"one file in a folder of that name",
       plain({"migrations/001_a.sql", "migrations/README.md"}),
       "migrations numbered postgresql: 001_a.sql\n"},
      {"two files in any folder",
       plain({"sql/001_a.sql", "sql/002_b.sql"}),
       "sql numbered postgresql: 001_a.sql 002_b.sql\n"},
      {"one file in any folder", plain({"sql/001_a.sql"}), ""},
      {"the root",
       plain({"9_b.sql", "10_a.sql", "README.md"}),
       ". numbered postgresql: 9_b.sql 10_a.sql\n"},
      {"dates",
       plain({"db/20240201_b.sql", "db/2024-01-31_a.sql"}),
       "db timestamped postgresql: 2024-01-31_a.sql 20240201_b.sql\n"},
      {"up and down files in many manners",
       plain(
           {"migrations/001_a.sql",
            "migrations/001_a_down.sql",
            "migrations/002_b-up.sql",
            "migrations/002_b-down.sql",
            "migrations/003_scale_down.sql",
            "migrations/004_c.rollback.sql",
            "migrations/004_c.sql"}),
       "migrations numbered postgresql: 001_a.sql+down 002_b-up.sql+down "
       "003_scale_down.sql 004_c.sql+down\n"},
      {"several of one version",
       plain(
           {"migrations/001_a.sql",
            "migrations/001_a.down.sql",
            "migrations/001_b.sql",
            "migrations/001_b.down.sql"}),
       "migrations numbered postgresql: 001_a.sql+down 001_b.sql+down\n"},
      {"retired ones",
       plain({"migrations/001_a.sql", "migrations/002_b.sql.retired"}),
       "migrations numbered postgresql: 001_a.sql; retired "
       "002_b.sql.retired\n"},
      {"a word before the number",
       plain(
           {"db/patch-001-002.sql",
            "db/patch-002-001.sql",
            "db/patch-002-003.sql",
            "db/patch-003-4.sql",
            "db/schema.sql"}),
       "db numbered postgresql: patch-001-002.sql+down patch-002-003.sql; "
       "skipped db/patch-003-4.sql!; skipped db/schema.sql\n"},
      {"scripts of a database extension",
       plain({"x--1.0.sql", "x--1.0--1.1.sql", "x--1.1--next.sql"}),
       ". numbered postgresql: x--1.0.sql x--1.0--1.1.sql x--1.1--next.sql\n"},
      {"a folder for each release",
       plain(
           {"store/migration/sqlite/0.9/00__a.sql",
            "store/migration/sqlite/0.10/00__b.sql",
            "store/migration/sqlite/0.10/01__c.sql",
            "store/migration/sqlite/LATEST.sql"}),
       "store/migration/sqlite numbered sqlite: 0.9/00__a.sql 0.10/00__b.sql "
       "0.10/01__c.sql\n"},
      {"a folder for each year",
       plain(
           {"migrations/2023/20230101_a.sql",
            "migrations/2024/20240101_b.sql"}),
       "migrations timestamped postgresql: 2023/20230101_a.sql "
       "2024/20240101_b.sql\n"},
  });
}

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
      Tree(plain({"testdata/migrations/001_a.sql", "sql/q1.sql"})).find();
  ASSERT_TRUE(found);
  ASSERT_EQ(found->rejected.size(), 1u);
  EXPECT_EQ(found->rejected[0].path, "testdata/migrations");
  EXPECT_EQ(found->rejected[0].reason, "test data");
}

TEST(FindDirectories, Families) {
  const auto found = Tree(plain(
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

TEST(FindDirectories, Dialects) {
  const std::vector<std::pair<std::string, std::string_view>> cases = {
      {create, "postgresql"},
      {"CREATE TABLE `a` (`id` int) ENGINE=InnoDB;\n", "mysql"},
      {"CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT);\n", "sqlite"},
      {"CREATE TABLE a (id Int8) ENGINE = MergeTree ORDER BY id;\n",
       "clickhouse"},
      {"CREATE TABLE [dbo].[a] (id int);\nGO\n", "tsql"},
      {"-- AUTO_INCREMENT is not used\n" + create, "postgresql"},
  };
  for (const auto& [text, expected] : cases) {
    const auto found = Tree({{"migrations/1_a.sql", text}}).find();
    ASSERT_TRUE(found);
    EXPECT_EQ(dialect_name(found->directories.at(0).dialect), expected) << text;
  }
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
  Tree tree(plain({"migrations/001_a.sql", "migrations/002_b.sql"}));
  tree.entries[1].kind = FileKind::other;
  EXPECT_EQ(
      show(tree.find()),
      "migrations numbered postgresql: 001_a.sql 002_b.sql\n");
}

TEST(FindDirectories, EmptyFolderNamedLikeAMigration) {
  Tree tree(plain({"migrations/001_a.sql"}));
  tree.reader.add_directory("migrations/002_b.sql");
  tree.reader.add_directory("migrations/empty");
  EXPECT_EQ(
      show(tree.find()),
      "migrations numbered postgresql: 001_a.sql 002_b.sql\n");
}

Config with(DirectoryConfig directory) {
  Config config;
  config.path = "migcheck.toml";
  config.directories.push_back(std::move(directory));
  return config;
}

TEST(FindDirectories, ConfigurationOverrules) {
  const Tree tree(plain(
      {"db/a.sql", "testdata/1_a.sql", "migrations/1_a.sql", "x/atlas.sum"}));
  DirectoryConfig wanted;
  wanted.path = "./testdata/";
  wanted.layout = LayoutId::sqlx;
  wanted.dialect = Dialect::sqlite;
  Config config = with(wanted);
  EXPECT_EQ(
      show(tree.find(config)),
      "migrations numbered postgresql: 1_a.sql\n"
      "testdata sqlx sqlite: 1_a.sql\n");
  config.detect = false;
  EXPECT_EQ(show(tree.find(config)), "testdata sqlx sqlite: 1_a.sql\n");
  EXPECT_EQ(
      candidate_folders(tree.entries, config),
      std::vector<std::string>{"testdata"});
}

TEST(FindDirectories, ConfiguredDirectoryMustBeThere) {
  Tree tree(plain({"migrations/1_a.sql"}));
  tree.reader.add("migcheck.toml", "# x\n[[directory]]\npath = \"db\"\n");
  DirectoryConfig wanted;
  wanted.path = "db";
  wanted.location = {"migcheck.toml", {4, 17}};
  EXPECT_EQ(
      show(tree.find(with(wanted))),
      "error: migcheck.toml:2:1: there is no directory \"db\"");
  tree.reader.add_directory("db");
  EXPECT_EQ(
      show(tree.find(with(wanted))),
      "db numbered postgresql:\nmigrations numbered postgresql: 1_a.sql\n");
  wanted.path = "a/../../b";
  EXPECT_EQ(
      show(tree.find(with(wanted))),
      "error: migcheck.toml:2:1: directory \"a/../../b\" is not below the "
      "root");
}

TEST(FindDirectories, Baseline) {
  Tree tree(plain({"migrations/1_a.sql", "migrations/2_b.sql"}));
  DirectoryConfig wanted;
  wanted.path = "migrations";
  wanted.baseline = "2_b.sql";
  const auto found = tree.find(with(wanted));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->directories.at(0).baseline, "2_b.sql");
  wanted.baseline = "3_c.sql";
  EXPECT_EQ(
      show(tree.find(with(wanted))),
      "error: baseline \"3_c.sql\" is no migration of \"migrations\"");
}

TEST(FindDirectories, ArchivesAndLocks) {
  const auto found = Tree(plain(
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
  const Tree tree(plain(
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
