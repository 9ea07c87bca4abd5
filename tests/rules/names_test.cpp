// The rules about names, on directories as discovery finds them.
#include "named_files.hpp"
#include "rule_findings.hpp"
#include "text/printable.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

TEST(MisnamedMigration, Cases) {
  expect_all(
      "misnamed-migration",
      {{"Flyway",
        {"V1__a.sql", "V2__b.sql", "v3__c.sql", "V4_d.sql"},
        {"error migrations/V4_d.sql: \"V4_d.sql\" is no migration's name, "
         "flyway passes over it: no \"__\" before the description",
         "error migrations/v3__c.sql: \"v3__c.sql\" is no migration's name, "
         "flyway passes over it: none of Flyway's prefixes V, U, B, R"}},
       {"golang-migrate",
        {"1_a.up.sql", "2_b.up.sql", "3_c.sql"},
        {"error migrations/3_c.sql: \"3_c.sql\" is no migration's name, "
         "golang-migrate passes over it: neither \".up.\" nor \".down.\" in "
         "the "
         "name"}},
       {"no known runner",
        {"001_a.sql", "002b.sql"},
        {"error migrations/002b.sql: \"002b.sql\" is no migration's name: "
         "no separator after the number"}},
       {"files that are none",
        {"001_a.sql",
         "schema.sql",
         "seed.sql",
         "README.md",
         "run.sh",
         "002_b.SQL",
         "002_b.sql.bak",
         "combined_migration.sql"},
        {}}});
}

TEST(MisnamedMigration, OffersTheRename) {
  const auto found = check(
      "misnamed-migration",
      {{"migrations/V1__a.sql",
        "migrations/V2__b.sql",
        "migrations/v3_c.sql"}});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].help, "");
  ASSERT_TRUE(found[0].fix);
  EXPECT_EQ(found[0].fix->kind, FixKind::unsafe);
  EXPECT_EQ(found[0].fix->renames.at(0).to, "migrations/V3__c.sql");
  const auto taken = check(
      "misnamed-migration",
      {{"migrations/V1__a.sql",
        "migrations/V2__b.sql",
        "migrations/v2__b.sql"}});
  ASSERT_EQ(taken.size(), 1u);
  EXPECT_FALSE(taken[0].fix);
  EXPECT_EQ(taken[0].help, "the name that is near, \"V2__b.sql\", is taken");
}

TEST(MisnamedMigration, ProjectPattern) {
  DirectoryConfig wanted;
  wanted.path = "migrations";
  wanted.name_pattern = R"(^\d{4}_[a-z0-9_]+\.sql$)";
  const Names paths = {
      "migrations/0001_base.sql",
      "migrations/0032-add-column.sql",
      "migrations/0033_AddColumn.sql",
      "migrations/0034_fine.sql.retired",
      "migrations/35_short.sql"};
  const auto found = check("misnamed-migration", {paths, wanted});
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(
      found[0].message,
      "\"0032-add-column.sql\" does not match the project's pattern " +
          migcheck::quoted(wanted.name_pattern));
  ASSERT_TRUE(found[0].fix);
  EXPECT_EQ(found[0].fix->title, "rename it to 0032_add_column.sql");
  ASSERT_TRUE(found[1].fix);
  EXPECT_EQ(found[1].fix->title, "rename it to 0033_add_column.sql");
  EXPECT_FALSE(found[2].fix);
  wanted.baseline = "0033_AddColumn.sql";
  EXPECT_EQ(check("misnamed-migration", {paths, wanted}).size(), 2u);
}

TEST(StrayFile, Cases) {
  expect_all(
      "stray-file",
      {{"an ending in capitals",
        {"001_a.sql", "002_b.SQL"},
        {"warning migrations/002_b.SQL: \"002_b.SQL\" looks like a migration, "
         "but a runner of .sql files passes over its ending"}},
       {"copies",
        {"001_a.sql", "001_a.sql.bak", "001_a.sql~"},
        {"warning migrations/001_a.sql.bak: \"001_a.sql.bak\" looks like a "
         "migration, but a runner of .sql files passes over its ending",
         "warning migrations/001_a.sql~: \"001_a.sql~\" looks like a "
         "migration, but a runner of .sql files passes over its ending"}},
       {"what may lie there",
        {"001_a.sql",
         "002_b.sql.retired",
         "003_c.sql.disabled",
         "README.md",
         "seed.SQL",
         "notes.sql.bak",
         "V1__a.SQL"},
        {}},
       {"Flyway takes any case", {"V1__a.sql", "V2__b.SQL"}, {}}});
}

TEST(CaseCollision, Cases) {
  expect_all(
      "case-collision",
      {{"case",
        {"001_Add.sql", "001_add.sql"},
        {"error migrations/001_add.sql: \"001_add.sql\" and \"001_Add.sql\" "
         "are one file where case or Unicode forms do not count"}},
       {"forms of Unicode",
        {"001_caf\u00e9.sql", "001_cafe\u0301.sql"},
        {"error migrations/001_caf\u00e9.sql: \"001_caf\u00e9.sql\" and "
         "\"001_cafe\u0301.sql\" are one file where case or Unicode forms do "
         "not count"}},
       {"different names", {"001_add.sql", "001_ad.sql", "001_add.SQLx"}, {}},
       {"one folder, two files",
        {"1_a/up.sql", "1_a/down.sql", "2_b/up.sql"},
        {}}});
}

TEST(DeceptiveName, Cases) {
  expect_all(
      "deceptive-name",
      {{"direction",
        {"001_\u202elqs.a\u202c.sql"},
        {"error migrations/001_\\u{202e}lqs.a\\u{202c}.sql: the name "
         "\"001_\\u{202e}lqs.a\\u{202c}.sql\" holds an invisible or "
         "direction-changing character"}},
       {"inside the version",
        {"00\u200b1_a.sql"},
        {"error migrations/00\\u{200b}1_a.sql: the name "
         "\"00\\u{200b}1_a.sql\" holds an invisible or direction-changing "
         "character"}},
       {"line feed",
        {"001_a\nb.sql"},
        {"error migrations/001_a\\nb.sql: the name \"001_a\\nb.sql\" holds a "
         "control character"}},
       {"bytes",
        {"001_caf\xe9.sql"},
        {"error migrations/001_caf\\xe9.sql: the name \"001_caf\\xe9.sql\" "
         "holds bytes that are not UTF-8"}},
       {"a Cyrillic a among Latin letters",
        {"001_\u0430dd.sql"},
        {"error migrations/001_\u0430dd.sql: the name \"001_\u0430dd.sql\" "
         "holds letters of two alphabets in one word"}},
       {"digits",
        {"001_a.sql", "\u0660\u0661_b.sql"},
        {"error migrations/\u0660\u0661_b.sql: the name "
         "\"\u0660\u0661_b.sql\" holds a digit that no runner counts with"}},
       {"languages",
        {"001_caf\u00e9.sql",
         "002_\u043f\u043e\u043b\u0435_add.sql",
         "003_\u7528\u6237.sql"},
        {}}});
}

TEST(InconsistentNameStyle, Cases) {
  const Names eight = numbered(1, 8);
  expect_all(
      "inconsistent-name-style",
      {{"camel case",
        plus(eight, {"009_AddColumn.sql"}),
        {"warning migrations/009_AddColumn.sql: \"009_AddColumn.sql\" is not "
         "written like the other names, in lower case with \"_\""}},
       {"hyphens",
        plus(eight, {"009-add-column.sql"}),
        {"warning migrations/009-add-column.sql: \"009-add-column.sql\" is "
         "not written like the other names, in lower case with \"_\""}},
       {"few names", {"001_a.sql", "002_B.sql"}, {}},
       {"a manner that many have",
        plus(eight, {"009_B.sql", "010_C.sql", "011_D.sql"}),
        {}},
       {"versions are no style",
        {"V1__a.sql",
         "V2__a.sql",
         "V3__a.sql",
         "V4__a.sql",
         "V5__a.sql",
         "V6__a.sql",
         "V7__a.sql",
         "V8.1__a.sql"},
        {}},
       {"pairs",
        {"1_a.up.sql",
         "2_a.up.sql",
         "3_a.up.sql",
         "4_a.up.sql",
         "5_a.up.sql",
         "6_a.up.sql",
         "7_a.up.sql",
         "8_a.up.sql",
         "8_a.down.sql"},
        {}}});
  NamedFiles input;
  for (const std::string& name : plus(eight, {"009_AddColumn.sql"})) {
    input.paths.push_back("migrations/" + name);
  }
  LockLine line;
  line.entry = "009_AddColumn.sql";
  input.locked = {line};
  EXPECT_EQ(show(check("inconsistent-name-style", input)), Names());
}

TEST(RetiredWithoutReason, AsksForWords) {
  const std::vector<std::pair<std::string, std::size_t>> cases = {
      {"Create the users table", 1},
      {"", 1},
      {"RETIRED: replaced by 0034", 0},
      {"Never applied, see the runbook", 0},
  };
  for (const auto& [comment, expected] : cases) {
    MigrationDirectory directory;
    directory.path = "migrations";
    Migration retired;
    retired.path = "migrations/1_a.sql.retired";
    retired.entry = "1_a.sql.retired";
    retired.file.read = true;
    retired.file.head_comment = comment;
    directory.retired.push_back(retired);
    EXPECT_EQ(findings_of("retired-without-reason", directory).size(), expected)
        << comment;
    directory.retired[0].file.failure = ReadFailure::denied;
    EXPECT_TRUE(findings_of("retired-without-reason", directory).empty());
  }
}

} // namespace
} // namespace migcheck
