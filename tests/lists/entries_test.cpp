#include "lists/entries.hpp"

#include <gtest/gtest.h>

namespace migcheck::lists {
namespace {

std::string show(std::string_view literal) {
  const auto entry = read_entry(literal);
  if (!entry) {
    return "-";
  }
  return (entry->absolute ? "/" : "") + std::string(entry->open ? "~" : "") +
         entry->folder + "|" + entry->base;
}

TEST(ReadEntry, TakesOneNameAndNothingElse) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"001_ants.sql", "|001_ants.sql"},
      {"  001_ants.sql\t", "|001_ants.sql"},
      {"../db/sql/001_ants.sql", "../db/sql|001_ants.sql"},
      {"./sql//001_ants.sql", "sql|001_ants.sql"},
      {"..\\sql\\1.sql", "../sql|1.sql"},
      {"..\\\\sql\\\\1.sql", "../sql|1.sql"},
      {"db/migration/V1__ants.sql", "db/migration|V1__ants.sql"},
      {"classpath:db/migration/V1__ants.sql", "db/migration|V1__ants.sql"},
      {"file://sql/001_ants.sql", "sql|001_ants.sql"},
      {"001_ants.sql?raw", "|001_ants.sql"},
      {"./001_ants.sql#hash", "|001_ants.sql"},
      {"$DIR/001_ants.sql", "~|001_ants.sql"},
      {"${root}/sql/001_ants.sql", "~sql|001_ants.sql"},
      {"#{root}/sql/001_ants.sql", "~sql|001_ants.sql"},
      {"{root}/sql/001_ants.sql", "~sql|001_ants.sql"},
      {"%s/001_ants.sql", "~|001_ants.sql"},
      {"${dir}001_ants.sql", "~|001_ants.sql"},
      {"$(pwd)/sql/001_ants.sql", "~sql|001_ants.sql"},
      {"./sql/001_ants.sql:/init/1.sql:ro", "sql|001_ants.sql"},
      {"/init/001_ants.sql", "/init|001_ants.sql"},
      {"C:\\sql\\001_ants.sql", "/C:/sql|001_ants.sql"},
      {"001_ants", "|001_ants"},
      {"2024-01-02-030405_ants/up.sql", "2024-01-02-030405_ants|up.sql"},
      {"001_$name.sql", "-"},
      {"sql/*.sql", "-"},
      {"see 001_ants.sql", "-"},
      {"001_ants.sql\n002_bees.sql", "-"},
      {"", "-"},
      {"..", "-"},
      {"/", "-"},
      {std::string(600, 'a'), "-"}};
  for (const auto& [literal, expected] : cases) {
    EXPECT_EQ(show(literal), expected) << literal;
  }
}

TEST(ReadFolder, CutsVerbsAndFiles) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"migrations", "migrations"},
      {"../../db/migrations/%s", "../../db/migrations"},
      {"../migrations/", "../migrations"},
      {"$ROOT/db/migrations", "db/migrations"},
      {"migrations/*.sql", "migrations"},
      {"migrations/001_ants.sql", "migrations"},
      {"/var/lib/migrations", "var/lib/migrations"},
      {"all migrations", ""},
      {"%s", ""}};
  for (const auto& [literal, expected] : cases) {
    EXPECT_EQ(read_folder(literal), expected) << literal;
  }
}

TEST(EntryShape, NeedsNumberWordAndExtension) {
  EXPECT_TRUE(is_migration_shaped("001_ants.sql"));
  EXPECT_TRUE(is_migration_shaped("V1__ants.sql"));
  EXPECT_TRUE(is_migration_shaped("2024-01-02-030405_ants.sql"));
  EXPECT_TRUE(is_migration_shaped("00.05.00_02_ants.up.sql"));
  EXPECT_FALSE(is_migration_shaped("ants.sql"));
  EXPECT_FALSE(is_migration_shaped("001.sql"));
  EXPECT_FALSE(is_migration_shaped("001_ants.txt"));
  EXPECT_FALSE(is_migration_shaped("001_ants"));
  EXPECT_TRUE(is_stem_shaped("0007_add_bees"));
  EXPECT_FALSE(is_stem_shaped("2024-01-02"));
  EXPECT_EQ(entry_stem("001_ants.UP.sql"), "001_ants");
  EXPECT_EQ(entry_stem("001_ants"), "001_ants");
}

TEST(Paths, JoinAndCompareByParts) {
  EXPECT_EQ(join_path("test/it", "../../sql/./a"), "sql/a");
  EXPECT_EQ(join_path("", "../a"), "../a");
  EXPECT_EQ(parent_folder("a/b/c"), "a/b");
  EXPECT_EQ(last_part("a/b/c"), "c");
  EXPECT_TRUE(ends_in_path("a/db/migration", "db/migration"));
  EXPECT_FALSE(ends_in_path("a/xdb/migration", "db/migration"));
}

} // namespace
} // namespace migcheck::lists
