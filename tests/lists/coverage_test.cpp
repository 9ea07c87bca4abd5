#include "lists/coverage.hpp"
#include "lists/migration_names.hpp"
#include "sample.hpp"

#include <gtest/gtest.h>

namespace migcheck::lists {
namespace {

using sample::directory;

std::vector<std::string> counted(const MigrationDirectory& directory) {
  std::vector<std::string> names;
  for (const Migration* migration : counted_migrations(directory)) {
    names.push_back(migration->entry);
  }
  return names;
}

// The coverage of a list that names the migrations at these places.
Coverage
covered(const MigrationDirectory& directory, std::vector<std::size_t> places) {
  std::vector<ResolvedEntry> entries;
  for (const std::size_t place : places) {
    entries.push_back({EntryState::listed, &directory.migrations[place]});
  }
  return coverage_of(directory, entries);
}

TEST(Coverage, TheWayBackIsNotCounted) {
  MigrationDirectory sql = directory(
      "sql", {"1.0--1.1.sql", "1.1--1.0.sql", "1.9--1.10.sql", "2.0.sql"});
  for (Migration& migration : sql.migrations) {
    migration.version_text = entry_stem(migration.entry);
  }
  EXPECT_EQ(
      counted(sql),
      (std::vector<std::string>{"1.0--1.1.sql", "1.9--1.10.sql", "2.0.sql"}));
}

TEST(Coverage, PrefixesAndWhatFellBehind) {
  const MigrationDirectory sql = directory(
      "sql",
      {"1_a.sql",
       "2_b.sql",
       "3_c.sql",
       "4_d.sql",
       "5_e.sql",
       "6_f.sql",
       "7_g.sql",
       "8_h.sql",
       "9_i.sql"});

  struct Row {
    std::vector<std::size_t> places;
    bool prefix;
    bool all_but_newest;
    bool fell_behind;
  };

  const std::vector<Row> rows = {
      {{0, 1, 2, 3, 4, 5, 6, 7, 8}, false, false, false},
      {{0, 1, 2, 3, 4}, true, true, true},
      {{0, 1, 2}, true, false, false},
      {{0, 1, 3, 4, 5}, false, false, true},
      {{1, 3, 5, 7}, false, false, false},
      {{0, 1, 2, 3, 4, 5, 6, 8}, false, false, false}};
  for (const Row& row : rows) {
    const Coverage coverage = covered(sql, row.places);
    EXPECT_EQ(coverage.prefix, row.prefix) << row.places.size();
    EXPECT_EQ(coverage.all_but_newest, row.all_but_newest);
    EXPECT_EQ(coverage.fell_behind, row.fell_behind);
  }
}

TEST(Coverage, AFileWithoutAStatementNeedNotBeListed) {
  MigrationDirectory sql = directory("sql", {"1_a.sql", "2_b.sql", "3_c.sql"});
  for (Migration& migration : sql.migrations) {
    migration.file.read = true;
    migration.file.statements.resize(1);
  }
  sql.migrations[2].file.statements.clear();
  EXPECT_TRUE(does_nothing(sql.migrations[2]));
  EXPECT_EQ(covered(sql, {0, 1}).total, 2u);
  EXPECT_EQ(covered(sql, {0, 1, 2}).total, 3u);
}

} // namespace
} // namespace migcheck::lists
