#include "check/statement_facts.hpp"
#include "sql/classify.hpp"
#include "sql/load.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

StatementKind kind(std::string_view text) {
  return sql::classify(text, Dialect::postgresql);
}

TEST(StatementFacts, KnowWhatFailsWhenRepeated) {
  struct Case {
    std::string_view text;
    bool expected;
  };

  const Case cases[] = {
      {"CREATE TABLE a ()", true},
      {"CREATE TABLE IF NOT EXISTS a ()", false},
      {"CREATE TEMP TABLE a ()", false},
      {"CREATE OR REPLACE VIEW a AS SELECT 1", false},
      {"DROP TABLE a", true},
      {"DROP TABLE IF EXISTS a", false},
      {"ALTER TABLE a ADD COLUMN b int", true},
      {"ALTER TABLE a ADD COLUMN IF NOT EXISTS b int", false},
      {"ALTER TABLE a ALTER b SET NOT NULL", false},
      {"INSERT INTO a VALUES (1)", false}};
  for (const Case& c : cases) {
    EXPECT_EQ(fails_when_repeated(kind(c.text)), c.expected) << c.text;
  }
}

TEST(StatementFacts, NameStatements) {
  EXPECT_EQ(
      statement_words(kind("create index concurrently i on t (a)")),
      "CREATE INDEX CONCURRENTLY");
  EXPECT_EQ(statement_words(kind("VACUUM t")), "VACUUM");
  EXPECT_EQ(statement_words(kind("drop table t")), "DROP TABLE");
}

// `!` where a BEGIN of the file is open.
std::string placed(std::string_view text, LayoutId layout, Section section) {
  const SqlFile file =
      read_sql_file(text, Dialect::postgresql, layout, Limits{});
  std::string shown;
  for (const PlacedStatement& one : placed_statements(file, section)) {
    shown += one.in_explicit ? "!" : ".";
  }
  return shown;
}

TEST(StatementFacts, FollowBeginAndCommit) {
  EXPECT_EQ(
      placed(
          "SELECT 1; BEGIN; SELECT 2; COMMIT; SELECT 3;",
          LayoutId::numbered,
          Section::up),
      "..!!.");
  EXPECT_EQ(
      placed(
          "-- +goose Up\nBEGIN;\nSELECT 1;\n-- +goose Down\nSELECT 2;",
          LayoutId::goose,
          Section::down),
      ".");
}

} // namespace
} // namespace migcheck
