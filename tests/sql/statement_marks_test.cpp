#include "sql/load.hpp"
#include "sql/statement_marks.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace migcheck {
namespace {

struct Case {
  std::string_view text;
  bool expected;
};

TEST(StatementMarks, KnowWhoSpeaksOfALoss) {
  const Case cases[] = {
      {"SELECT 1;\nDROP TABLE ants;", false},
      {"SELECT 1;\n-- ants are no longer needed\nDROP TABLE ants;", true},
      {"SELECT 1;\n/* Ants\n * were moved. */\nDROP TABLE ants;", true},
      {"SELECT 1;\nDROP TABLE ants; -- safe to drop", true},
      {"SELECT 1;\nDROP TABLE -- obsolete since May\n  ants;", true},
      {"-- Drop what is unused\nSELECT 1;\nDROP TABLE ants;", true},
      {"SELECT 1;\n-- obsolete since May\n\nDROP TABLE ants;", true},
      {"SELECT 1;\n-- DropTable\nDROP TABLE ants;", false},
      {"SELECT 1;\n-- ants and bees\nDROP TABLE ants;", false},
      {"/*\n Warnings:\n  - You are about to drop the column `a`.\n*/\nSELECT "
       "1;\nDROP TABLE ants;",
       false},
      {"SELECT 1;\nDROP TABLE legacy_ants;\n-- +goose Down", false}};
  for (const Case& c : cases) {
    const SqlFile file = read_sql_file(
        c.text, Dialect::postgresql, LayoutId::numbered, Limits{});
    ASSERT_FALSE(file.statements.empty());
    EXPECT_EQ(file.statements.back().acknowledged, c.expected) << c.text;
  }
}

// `c` for DDL under a condition, `r` for a check.
std::string facts(std::string_view body) {
  const std::string text = "DO $x$ " + std::string(body) + " $x$;";
  const sql::BlockFacts found = sql::read_block(text);
  return std::string(found.conditional_ddl ? "c" : "") +
         (found.raises ? "r" : "");
}

TEST(StatementMarks, ReadBlocks) {
  struct BlockCase {
    std::string_view body;
    std::string_view expected;
  };

  const BlockCase cases[] = {
      {"BEGIN IF a THEN ALTER TABLE b ADD c int; END IF; END", "c"},
      {"BEGIN IF a THEN NULL; ELSE DROP TABLE b; END IF; END", "c"},
      {"BEGIN IF a THEN EXECUTE 'create table b ()'; END IF; END", "c"},
      {"BEGIN IF a THEN PERFORM 1; END IF; ALTER TABLE b ADD c int; END", ""},
      {"BEGIN DROP TABLE IF EXISTS b; END", ""},
      {"BEGIN IF NOT EXISTS (SELECT 1) THEN RAISE EXCEPTION 'x'; END IF; END",
       "r"},
      {"BEGIN IF a THEN RAISE NOTICE 'drop it'; END IF; END", ""},
      {"BEGIN ASSERT a; END", "r"},
      {"BEGIN -- IF a THEN\n CREATE TABLE b (); END", ""},
      {"BEGIN IF a THEN INSERT INTO b VALUES ('; DROP TABLE c'); END IF; END",
       ""},
      {"BEGIN FOR a IN SELECT 1 LOOP CREATE TABLE b (); END LOOP; END", ""}};
  for (const BlockCase& c : cases) {
    EXPECT_EQ(facts(c.body), c.expected) << c.body;
  }
}

TEST(StatementMarks, KnowTablesThatAreDividedByRange) {
  const Case cases[] = {
      {"CREATE TABLE t (a date) PARTITION BY RANGE (a);", true},
      {"create table t (a date)\npartition by range(a)", true},
      {"CREATE TABLE t (a date) PARTITION BY RANGE (date_trunc('day', a)) WITH "
       "(fillfactor = 70) TABLESPACE x;",
       true},
      {"CREATE TABLE p PARTITION OF t FOR VALUES IN (1) PARTITION BY RANGE "
       "(a);",
       true},
      {"CREATE TABLE t (a date) PARTITION BY LIST (a);", false},
      {"CREATE TABLE t (a numeric(3), b varchar(20));", false},
      {"CREATE TABLE p PARTITION OF t DEFAULT;", false},
      {"ALTER TABLE t ADD COLUMN range (a);", false}};
  for (const Case& c : cases) {
    const SqlFile file = read_sql_file(
        c.text, Dialect::postgresql, LayoutId::numbered, Limits{});
    ASSERT_EQ(file.statements.size(), 1U);
    EXPECT_EQ(file.statements.back().by_range, c.expected) << c.text;
  }
}

} // namespace
} // namespace migcheck
