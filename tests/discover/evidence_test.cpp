// What kind of migrations a directory holds, by what speaks for it.
#include "small_project.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

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
        {"db/deploy/lost.sql", create},
        {"db/revert/a.sql", create},
        {"db/verify/a.sql", create}},
       "db sqitch postgresql: deploy/b@v1.sql deploy/a.sql+down deploy/b.sql "
       "deploy/lost.sql(unlisted)\n"},
      {"drizzle in the journal's order",
       {{"drizzle/meta/_journal.json",
         R"({"version":"7","dialect":"sqlite","entries":[{"idx":0,"tag":"0000_z"},{"idx":1,"tag":"0001_a"}]})"},
        {"drizzle/0001_a.sql", create},
        {"drizzle/0000_z.sql", create},
        {"drizzle/0000_lost.sql", create}},
       "drizzle drizzle sqlite: 0000_z.sql 0001_a.sql "
       "0000_lost.sql(unlisted)\n"},
      {"drizzle with a journal of something else",
       {{"drizzle/meta/_journal.json",
         R"({"version":"7","dialect":"sqlite","entries":[{"idx":0,"tag":"0000_x"}]})"},
        {"drizzle/0001_a.sql", create},
        {"drizzle/0000_z.sql", create}},
       "drizzle drizzle sqlite: 0000_z.sql 0001_a.sql\n"},
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
    const auto found = SmallProject({{"migrations/1_a.sql", text}}).find();
    ASSERT_TRUE(found);
    EXPECT_EQ(dialect_name(found->directories.at(0).dialect), expected) << text;
  }
}

} // namespace
} // namespace migcheck
