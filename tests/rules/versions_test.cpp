// The rules about versions, on directories as discovery finds them.
#include "named_files.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

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

} // namespace
} // namespace migcheck
