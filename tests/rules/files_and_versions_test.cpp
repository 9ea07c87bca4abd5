// The rules about names and versions, on directories as discovery finds them.
#include "check/rule_table.hpp"
#include "discover/directories.hpp"
#include "io/memory_reader.hpp"
#include "text/printable.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace migcheck {
namespace {

using Names = std::vector<std::string>;

const Rule* rule_named(std::string_view name) {
  for (const Rule* rule : rule_table()) {
    if (rule->info.name == name) {
      return rule;
    }
  }
  return nullptr;
}

struct Input {
  Names paths;
  DirectoryConfig wanted = {}; // path "" = no configuration
  std::vector<LockLine> locked = {};
};

// Findings of one rule as "level path: message", sorted.
std::vector<Diagnostic> check(std::string_view name, const Input& input) {
  std::map<std::string, std::string> files;
  for (const std::string& path : input.paths) {
    files[path] = "CREATE TABLE a (id int);\n";
  }
  const MemoryReader reader(files);
  std::vector<FileEntry> entries;
  for (const auto& [path, text] : files) {
    entries.push_back({.path = path});
  }
  Config config;
  if (!input.wanted.path.empty()) {
    config.directories.push_back(input.wanted);
  }
  auto found = find_directories_in(entries, reader, config);
  EXPECT_TRUE(found) << found.error().message;
  Project project;
  project.config = &config;
  project.today = {2026, 1, 15};
  project.directories = std::move(found->directories);
  project.lockfiles.resize(project.directories.size());
  if (!input.locked.empty()) {
    project.lockfiles.at(0).present = true;
    project.lockfiles.at(0).lines = input.locked;
  }
  std::vector<Diagnostic> out;
  const Rule* rule = rule_named(name);
  EXPECT_NE(rule, nullptr) << name;
  Findings findings(rule->info, out);
  for (const MigrationDirectory& directory : project.directories) {
    if (rule->check_directory != nullptr) {
      rule->check_directory(project, directory, findings);
      continue;
    }
    for (const Migration& migration : directory.migrations) {
      rule->check_migration(project, directory, migration, findings);
    }
  }
  return out;
}

Names show(const std::vector<Diagnostic>& diagnostics) {
  Names lines;
  for (const Diagnostic& diagnostic : diagnostics) {
    lines.push_back(
        std::string(severity_name(diagnostic.severity)) + " " +
        printable(diagnostic.location.path) + ": " + diagnostic.message);
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

// Names in `migrations/`, and what is found.
struct Case {
  const char* what;
  Names names;
  Names expected;
};

void expect_all(std::string_view rule, const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    Input input;
    for (const std::string& name : c.names) {
      input.paths.push_back("migrations/" + name);
    }
    EXPECT_EQ(show(check(rule, input)), c.expected) << rule << ": " << c.what;
  }
}

Names numbered(int first, int last) {
  Names names;
  for (int i = first; i <= last; ++i) {
    std::string digits = std::to_string(i);
    digits.insert(0, digits.size() < 3 ? 3 - digits.size() : 0, '0');
    names.push_back(digits + "_x.sql");
  }
  return names;
}

Names plus(Names names, const Names& more) {
  names.insert(names.end(), more.begin(), more.end());
  return names;
}

TEST(DuplicateVersion, Cases) {
  expect_all(
      "duplicate-version",
      {{"two",
        {"0006_email.sql", "0006_phone.sql"},
        {"error migrations/0006_phone.sql: version \"0006\" is used by 2 "
         "migrations"}},
       {"equal numbers, other zeros",
        {"009_x.sql", "9_y.sql", "8_z.sql"},
        {"error migrations/9_y.sql: version \"9\" is used by 2 migrations"}},
       {"equal to Flyway",
        {"V1__a.sql", "V1.0__b.sql", "V2__c.sql"},
        {"error migrations/V1__a.sql: version \"1\" is used by 2 migrations"}},
       {"up and down",
        {"1_a.sql", "1_a.down.sql", "2_b_down.sql", "2_b.sql"},
        {}},
       {"two down files of one version",
        {"1_a.up.sql", "1_a.down.sql", "1_b.down.sql", "1_c.down.sql"},
        {"error migrations/1_c.down.sql: version \"1\" is used by 2 "
         "migrations"}},
       {"a copy that golang-migrate reads",
        {"1_a.up.sql", "1_a.up.sql.bak"},
        {"error migrations/1_a.up.sql.bak: version \"1\" is used by 2 "
         "migrations"}},
       {"dialect variants", {"1_a.mysql.sql", "1_a.sqlite.sql"}, {}},
       {"steps of one version", {"002_a_users.sql", "002_b_posts.sql"}, {}},
       {"pre and post", {"002_pre_users.sql", "002_post_users.sql"}, {}},
       {"letters in the version", {"002a_users.sql", "002b_posts.sql"}, {}},
       {"repeatables", {"V1__a.sql", "R__a.sql", "R__b.sql"}, {}},
       {"digits as text to dbmate and the like",
        {"V1__x.sql", "V11__x.sql"},
        {}}});
}

TEST(DuplicateVersion, AnArchiveIsHistoryAndABaselineIsNot) {
  EXPECT_EQ(
      show(check(
          "duplicate-version",
          {{"migrations/old/001_a.sql", "migrations/old/001_b.sql"}})),
      Names());
  DirectoryConfig wanted;
  wanted.path = "migrations";
  wanted.baseline = "003_base.sql";
  EXPECT_EQ(
      show(check(
          "duplicate-version",
          {{"migrations/001_a.sql",
            "migrations/001_b.sql",
            "migrations/003_base.sql"},
           wanted})),
      Names{"error migrations/001_b.sql: version \"001\" is used by 2 "
            "migrations"});
}

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

TEST(VersionGap, Cases) {
  expect_all(
      "version-gap",
      {{"one hole",
        {"001_a.sql", "002_b.sql", "004_c.sql"},
        {"warning migrations/004_c.sql: version 3 is missing before "
         "\"004_c.sql\""}},
       {"a run",
        plus(numbered(1, 20), {"024_y.sql", "025_z.sql"}),
        {"warning migrations/024_y.sql: versions 21 to 23 are missing before "
         "\"024_y.sql\""}},
       {"a start that was squashed", numbered(30, 40), {}},
       {"a sentinel", plus(numbered(1, 22), {"1000_z.sql", "9999_z.sql"}), {}},
       {"issue numbers",
        {"003_a.sql", "007_b.sql", "009_c.sql", "015_d.sql", "018_e.sql"},
        {}},
       {"tens", {"010_a.sql", "020_b.sql", "030_c.sql", "050_d.sql"}, {}},
       {"two files", {"001_a.sql", "003_b.sql"}, {}},
       {"timestamps",
        {"20240101_a.sql", "20240103_b.sql", "20240109_c.sql"},
        {}},
       {"retired",
        {"001_a.sql", "002_b.sql.retired", "003_c.sql", "004_d.sql"},
        {}},
       {"code", {"001_a.sql", "002_b.go", "003_c.sql", "004_d.sql"}, {}},
       {"a misnamed one",
        {"001_a.sql", "002b.sql", "003_c.sql", "004_d.sql"},
        {}},
       {"letters", {"001_a.sql", "002a_b.sql", "002b_c.sql", "003_d.sql"}, {}},
       {"an orphan down",
        {"1_a.up.sql", "2_b.down.sql", "3_c.up.sql", "4_d.up.sql"},
        {}},
       {"dotted", {"1.0.0_a.sql", "1.2.0_b.sql", "2.0.0_c.sql"}, {}}});
}

TEST(VersionGap, WantedGapsAndBaseline) {
  DirectoryConfig wanted;
  wanted.path = "migrations";
  wanted.gaps = {{"5", "5"}, {"21", "25"}};
  Names paths;
  for (const std::string& name : numbered(1, 30)) {
    const bool gap = name < "026" && name > "021";
    if (!gap && name != "005_x.sql" && name != "008_x.sql") {
      paths.push_back("migrations/" + name);
    }
  }
  EXPECT_EQ(
      show(check("version-gap", {paths, wanted})),
      Names{"warning migrations/009_x.sql: version 8 is missing before "
            "\"009_x.sql\""});
  wanted.baseline = "010_x.sql";
  EXPECT_EQ(show(check("version-gap", {paths, wanted})), Names());
}

TEST(VersionGap, DialectsFillEachOther) {
  Names paths;
  for (const char* name : {"1_a", "2_b", "3_c", "4_d"}) {
    paths.push_back("mysql/migrations/" + std::string(name) + ".sql");
    if (name[0] != '2') {
      paths.push_back("sqlite/migrations/" + std::string(name) + ".sql");
    }
  }
  EXPECT_EQ(show(check("version-gap", {paths})), Names());
}

TEST(VersionGap, HugeNumbersTakeNoTime) {
  const std::string nines(200, '9');
  expect_all(
      "version-gap",
      {{"200 digits",
        {"001_a.sql", "002_b.sql", "003_c.sql", nines + "_d.sql"},
        {}}});
}

TEST(InconsistentVersionWidth, Cases) {
  expect_all(
      "inconsistent-version-width",
      {{"one is short",
        {"001_a.sql", "002_b.sql", "03_c.sql"},
        {"warning migrations/03_c.sql: version \"03\" has 2 digits, 2 others "
         "have 3"}},
       {"one is long",
        {"001_a.sql", "002_b.sql", "0003_c.sql"},
        {"warning migrations/0003_c.sql: version \"0003\" has 4 digits, 2 "
         "others have 3"}},
       {"no zeros at all, counted by the runner",
        {"1_a.up.sql", "9_b.up.sql", "10_c.up.sql"},
        {}},
       {"grown beyond the width",
        plus(numbered(997, 999), {"1000_x.sql", "001_a.sql"}),
        {}},
       {"just grown, runner unknown",
        {"1_a.sql",
         "2_a.sql",
         "3_a.sql",
         "4_a.sql",
         "5_a.sql",
         "6_a.sql",
         "7_a.sql",
         "8_a.sql",
         "9_a.sql",
         "10_a.sql"},
        {"warning migrations/10_a.sql: version \"10\" has 2 digits, 9 others "
         "have 1"}},
       {"timestamps and a first schema",
        {"000_a.sql", "20240101000000_b.sql"},
        {}}});
  EXPECT_EQ(
      show(check(
          "inconsistent-version-width",
          {{"supabase/migrations/9_a.sql", "supabase/migrations/10_b.sql"}})),
      Names{"error supabase/migrations/10_b.sql: \"10_b.sql\" runs before "
            "\"9_a.sql\", because supabase sorts names as text"});
}

TEST(MixedVersionScheme, Cases) {
  expect_all(
      "mixed-version-scheme",
      {{"both",
        {"001_a.sql", "002_b.sql", "003_c.sql", "20240101000000_d.sql"},
        {"warning migrations/20240101000000_d.sql: \"20240101000000_d.sql\" "
         "has a timestamp, 3 others a sequence number"}},
       {"a number among timestamps",
        {"20240101000000_a.sql",
         "20240102000000_b.sql",
         "001_c.sql",
         "2_d.sql"},
        {"warning migrations/2_d.sql: \"2_d.sql\" has a sequence number, 2 "
         "others a timestamp"}},
       {"a first schema", {"0_init.sql", "20240101000000_a.sql"}, {}},
       {"two kinds of dates", {"2024-01-01_a.sql", "20240201000000_b.sql"}, {}},
       {"a sentinel", {"001_a.sql", "9999_z.sql"}, {}}});
}

TEST(InvalidTimestamp, Cases) {
  expect_all(
      "invalid-timestamp",
      {{"a month that is none",
        {"20240101000000_a.sql",
         "20240201000000_b.sql",
         "20241301000000_c.sql"},
        {"error migrations/20241301000000_c.sql: timestamp "
         "\"20241301000000\" is no date and time that exists"}},
       {"a digit lost",
        {"20240101000000_a.sql", "20240201000000_b.sql", "2024030100000_c.sql"},
        {"error migrations/2024030100000_c.sql: timestamp \"2024030100000\" "
         "has 13 digits, not 14"}},
       {"a digit too many",
        {"20240101000000_a.sql",
         "20240201000000_b.sql",
         "202403010000000_c.sql"},
        {"error migrations/202403010000000_c.sql: timestamp "
         "\"202403010000000\" has 15 digits, not 14"}},
       {"counters, first and last",
        {"00000000000000_a.sql",
         "20240201000000_b.sql",
         "20240201000068_c.sql",
         "20240201103761_d.sql",
         "99999999999999_e.sql"},
        {}},
       {"Unix times", {"1700000000_a.sql", "1700000001_b.sql"}, {}},
       {"numbers of eight digits", {"00000001_a.sql", "00000002_b.sql"}, {}}});
}

TEST(FutureTimestamp, Cases) {
  expect_all(
      "future-timestamp",
      {{"years ahead",
        {"20240101000000_a.sql", "20270101000000_b.sql"},
        {"error migrations/20270101000000_b.sql: timestamp "
         "\"20270101000000\" is in the future: 2027-01-01, and today is "
         "2026-01-15"}},
       {"tomorrow, east of here", {"20260116235959_a.sql"}, {}},
       {"the day after",
        {"20260117000000_a.sql"},
        {"error migrations/20260117000000_a.sql: timestamp "
         "\"20260117000000\" is in the future: 2026-01-17, and today is "
         "2026-01-15"}},
       {"always last", {"20240101000000_a.sql", "20991231235959_z.sql"}, {}},
       {"no timestamps", {"9999_z.sql", "001_a.sql"}, {}}});
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
  Input input;
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
    std::vector<Diagnostic> out;
    const Rule* rule = rule_named("retired-without-reason");
    Findings findings(rule->info, out);
    rule->check_directory(Project(), directory, findings);
    EXPECT_EQ(out.size(), expected) << comment;
    directory.retired[0].file.failure = ReadFailure::denied;
    out.clear();
    rule->check_directory(Project(), directory, findings);
    EXPECT_TRUE(out.empty());
  }
}

} // namespace
} // namespace migcheck
