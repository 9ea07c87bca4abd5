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

} // namespace
} // namespace migcheck::lists
