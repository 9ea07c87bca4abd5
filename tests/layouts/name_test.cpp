// Name grammars of all layouts: one line per name.
#include "layouts/layout.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

// "migration VERSION TITLE DIRECTION KIND", or the verdict alone.
std::string read(LayoutId id, std::string_view name) {
  const ParsedName parsed = layout(id).parse(name);
  switch (parsed.verdict) {
  case NameVerdict::skipped:
    EXPECT_FALSE(parsed.why.empty()) << name;
    return "skipped";
  case NameVerdict::refused:
    EXPECT_FALSE(parsed.why.empty()) << name;
    return "refused";
  case NameVerdict::companion:
    return "companion";
  case NameVerdict::migration:
    break;
  }
  std::string text = parsed.version + "|" + std::string(parsed.title) + "|" +
                     std::string(direction_name(parsed.direction));
  if (parsed.kind != MigrationKind::versioned) {
    text += "|" + std::string(kind_name(parsed.kind));
  }
  return text;
}

struct Case {
  LayoutId layout;
  std::string_view name;
  std::string_view expected;
};

void expect_all(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    EXPECT_EQ(read(c.layout, c.name), c.expected)
        << layout(c.layout).name << " " << c.name;
  }
}

TEST(Names, Goose) {
  const LayoutId id = LayoutId::goose;
  expect_all({
      {id, "00001_a.sql", "1|a|both"},
      {id, "7_a.sql", "7|a|both"},
      {id, "+5_a.sql", "5|a|both"},
      {id, "1_a_b.go", "1|a_b|both"},
      {id, "0_a.sql", "refused"},
      {id, "-5_a.sql", "refused"},
      {id, "1a.sql", "refused"},
      {id, "abc_a.sql", "refused"},
      {id, "9223372036854775807_a.sql", "9223372036854775807|a|both"},
      {id, "9223372036854775808_a.sql", "refused"},
      {id, "1_a.SQL", "skipped"},
      {id, "1_a_test.go", "skipped"},
      {id, "main.go", "skipped"},
      {id, "README.md", "companion"},
  });
}

TEST(Names, GolangMigrate) {
  const LayoutId id = LayoutId::golang_migrate;
  expect_all({
      {id, "1_a.up.sql", "1|a|up"},
      {id, "007_b.down.sql", "7|b|down"},
      {id, "1_a.up.sql.bak", "1|a|up"},
      {id, "1_a.up.sql~", "1|a|up"},
      {id, "1_a.down.up.sql", "1|a.down|up"},
      {id, "1_.up.sql", "1||up"},
      {id, "1_a.up.", "1|a|up"},
      {id, "1_a.up", "skipped"},
      {id, "1a_b.up.sql", "skipped"},
      {id, "1_a.UP.sql", "skipped"},
      {id, "1_a.sql", "skipped"},
      {id, "1_a\n.up.sql", "skipped"},
      {id, "18446744073709551615_a.up.sql", "18446744073709551615|a|up"},
      {id, "18446744073709551616_a.up.sql", "skipped"},
  });
}

TEST(Names, Dbmate) {
  const LayoutId id = LayoutId::dbmate;
  expect_all({
      {id, "10_a.sql", "10|a|both"},
      {id, "2b.sql", "2|b|both"},
      {id, "01.sql", "01||both"},
      {id, "a1.sql", "skipped"},
      {id, "1_a.SQL", "skipped"},
      {id, "1_a.sql.bak", "skipped"},
  });
}

TEST(Names, Flyway) {
  const LayoutId id = LayoutId::flyway;
  expect_all({
      {id, "V1__a.sql", "1|a|up"},
      {id, "V1_2__a_b.sql", "1.2|a_b|up"},
      {id, "V1__a.SQL", "1|a|up"},
      {id, "U1__a.sql", "1|a|down|undo"},
      {id, "B1__a.sql", "1|a|up|baseline"},
      {id, "R__a.sql", "|a|up|repeatable"},
      {id, "V99999999999999999999__a.sql", "99999999999999999999|a|up"},
      {id, "v1__a.sql", "skipped"},
      {id, "V1_a.sql", "skipped"},
      {id, "V1a__b.sql", "skipped"},
      {id, "V__a.sql", "skipped"},
      {id, "Vv1__a.sql", "skipped"},
      {id, "V1..2__a.sql", "skipped"},
      {id, "R1__a.sql", "skipped"},
      {id, "beforeMigrate.sql", "companion"},
      {id, "afterMigrate__x.sql", "companion"},
      {id, "afterMigrates__x.sql", "skipped"},
      {id, "V1__a.sql.conf", "companion"},
  });
}

TEST(Names, Sqlx) {
  const LayoutId id = LayoutId::sqlx;
  expect_all({
      {id, "1_a.sql", "1|a|up"},
      {id, "1_a.up.sql", "1|a|up"},
      {id, "0001_a.down.sql", "1|a|down"},
      {id, "-1_a.sql", "-1|a|up"},
      {id, "+1_a.sql", "1|a|up"},
      {id, "1a.sql", "skipped"},
      {id, "1_a.SQL", "skipped"},
      {id, "1_a.sql.bak", "skipped"},
      {id, "x_a.sql", "refused"},
      {id, "9223372036854775808_a.sql", "refused"},
      {id, "-9223372036854775808_a.sql", "-9223372036854775808|a|up"},
      {id, "20240101_000000_a.sql", "20240101|000000_a|up"},
  });
}

TEST(Names, Folders) {
  expect_all({
      {LayoutId::diesel,
       "2017-09-23-182408_add_users",
       "20170923182408|add_users|up"},
      {LayoutId::diesel, "20170911000000_x", "20170911000000|x|up"},
      {LayoutId::diesel,
       "00000000000000_diesel_initial_setup",
       "00000000000000|diesel_initial_setup|up"},
      {LayoutId::diesel, "notes", "notes||up"},
      {LayoutId::diesel, ".x", "skipped"},
      {LayoutId::prisma, "20240101000000_init", "20240101000000_init|init|up"},
  });
}

TEST(Names, Others) {
  expect_all({
      {LayoutId::supabase, "20240101000000_a.sql", "20240101000000|a|up"},
      {LayoutId::supabase, "1_.sql", "1||up"},
      {LayoutId::supabase, "2024-01-01_a.sql", "skipped"},
      {LayoutId::supabase, "a.sql", "skipped"},
      {LayoutId::drizzle, "0003_odd_ant.sql", "3|odd_ant|up"},
      {LayoutId::drizzle, "odd_ant.sql", "odd_ant|odd_ant|up"},
      {LayoutId::liquibase_sql, "001-a.sql", "001-a.sql|a|both"},
      {LayoutId::liquibase_sql, "create.SQL", "create.SQL|create|both"},
      {LayoutId::sqitch, "users.sql", "users|users|up"},
      {LayoutId::sqitch, "users@v1.sql", "users@v1|users@v1|up"},
      {LayoutId::atlas, "20240101_a.sql", "20240101|a|up"},
      {LayoutId::atlas, ".x.sql", ".x||up"},
      {LayoutId::atlas, "1_a.SQL", "skipped"},
      {LayoutId::atlas, "atlas.sum", "companion"},
  });
}

TEST(Names, Numbered) {
  const LayoutId id = LayoutId::numbered;
  expect_all({
      {id, "001_a.sql", "1|a|up"},
      {id, "001__a.sql", "1|a|up"},
      {id, "001-a.sql", "1|a|up"},
      {id, "001.a.sql", "1|a|up"},
      {id, "000007.sql", "7||up"},
      {id, "001_a.up.sql", "1|a|up"},
      {id, "001_a.down.sql", "1|a|down"},
      {id, "001-a-down.sql", "1|a|down"},
      {id, "001_sign_up.sql", "1|sign_up|up"},
      {id, "012b_fix.sql", "12.b|fix|up"},
      {id, "03.04.00_50_post_x.sql", "3.4.0.50|post_x|up"},
      {id, "0.22.sql", "0.22||up"},
      {id, "2.0--2.1.sql", "2.0--2.1||up"},
      {id, "10.2-4.sql", "10.2.4||up"},
      {id, "1.5.2-rc1.sql", "1.5.2.rc1||up"},
      {id, "1.5.2-rock.sql", "1.5.2|rock|up"},
      {id, "10.2-4--10.2-5.sql", "10.2-4--10.2-5||up"},
      {id, "029-030.sql", "30||up"},
      {id, "030-029.sql", "30||down"},
      {id, "029-30.sql", "skipped"},
      {id, "2024-01-31_a.sql", "20240131|a|up"},
      {id, "2024_01_31_101500_a.sql", "20240131101500|a|up"},
      {id, "2024-01-31_01_a.sql", "20240131.1|a|up"},
      {id, "20240131_02_a.sql", "20240131.2|a|up"},
      {id, "20240131-093000.sql", "20240131093000||up"},
      {id, "20240131T0930_a.sql", "202401310930|a|up"},
      {id, "20240131_12345_a.sql", "20240131|12345_a|up"},
      {id, "20240131_2fa.sql", "20240131|2fa|up"},
      {id, "20241331_02_a.sql", "20241331|02_a|up"},
      {id, "2024-13-31_a.sql", "2024|13-31_a|up"},
      {id, "20240131101500_a.sql", "20240131101500|a|up"},
      {id, "001a.sql", "skipped"},
      {id, "schema.sql", "skipped"},
      {id, "001_a.SQL", "skipped"},
      {id, "00\u200b1_a.sql", "skipped"},
      {id, "-001_a.sql", "skipped"},
      {id, "0x10_a.sql", "skipped"},
      {id, "", "skipped"},
      {id, ".sql", "skipped"},
  });
}

TEST(Names, VersionsOfAnyLength) {
  const std::string digits(200, '9');
  EXPECT_EQ(
      layout(LayoutId::numbered).parse(digits + "_a.sql").version, digits);
  EXPECT_EQ(
      layout(LayoutId::flyway).parse("V" + digits + "__a.sql").version, digits);
  EXPECT_EQ(read(LayoutId::goose, digits + "_a.sql"), "refused");
  EXPECT_EQ(read(LayoutId::sqlx, digits + "_a.sql"), "refused");
}

// Every prefix of hostile names, with every layout: no crash, and views that
// stay inside the name.
TEST(Names, SurviveAnything) {
  const std::vector<std::string> names = {
      "001_a\n::error file=x::pwned\n.sql",
      "001_caf\xe9\xff.sql",
      "001_\u202elqs.a\u202c.sql",
      "V1__<![CDATA[]]>&\"'--><script>.sql",
      "--config=x.sql",
      "2024-01-31-101500-0000_a.up.down.sql.bak",
      std::string("001_\0a.sql", 10),
      "03.04.00_50_post_x--2.1.sql"};
  for (const std::string& name : names) {
    for (std::size_t size = 0; size <= name.size(); ++size) {
      const std::string part = name.substr(0, size);
      for (const Layout& each : all_layouts()) {
        const ParsedName parsed = each.parse(part);
        EXPECT_LE(parsed.title.size(), part.size());
        if (parsed.verdict != NameVerdict::migration) {
          EXPECT_FALSE(parsed.why.empty()) << each.name << " " << part;
        }
      }
    }
  }
}

TEST(LayoutTable, NamesAndIdsAgree) {
  EXPECT_EQ(all_layouts().size(), 14u);
  for (const Layout& each : all_layouts()) {
    EXPECT_EQ(layout(each.id).name, each.name);
    EXPECT_EQ(layout_from(each.name), each.id);
  }
  EXPECT_EQ(layout_from("rails"), std::nullopt);
}

} // namespace
} // namespace migcheck
