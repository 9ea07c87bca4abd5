#include "ddl/recognise.hpp"
#include "ddl/shown.hpp"

#include <gtest/gtest.h>

namespace migcheck::ddl {
namespace {

TEST(Recognise, KeepsSectionsLinesAndIndices) {
  constexpr std::string_view text = "-- +goose Up\n"
                                    "CREATE TABLE a (b int);\n"
                                    "\n"
                                    "-- +goose StatementBegin\n"
                                    "DO $$\nBEGIN\n  DROP TABLE c;\nEND $$;\n"
                                    "-- +goose StatementEnd\n"
                                    "-- +goose Down\n"
                                    "DROP TABLE a;\n";
  const Script script =
      recognise_file(text, Dialect::postgresql, LayoutId::goose);
  EXPECT_EQ(
      shown(script),
      "table a (b integer) | do plpgsql | +drop table c | drop table a");
  ASSERT_EQ(script.size(), 4U);
  EXPECT_EQ(script[0].line, 2U);
  EXPECT_EQ(script[0].span.of(text), "CREATE TABLE a (b int);");
  EXPECT_EQ(script[1].line, 5U);
  EXPECT_EQ(script[1].statement, 1U);
  EXPECT_EQ(script[2].line, 7U);
  EXPECT_EQ(script[2].statement, 1U);
  EXPECT_EQ(script[2].section, Section::up);
  EXPECT_EQ(script[2].span.of(text), "DROP TABLE c");
  EXPECT_EQ(script[3].line, 11U);
  EXPECT_EQ(script[3].statement, 2U);
  EXPECT_EQ(script[3].section, Section::down);
}

TEST(Recognise, SaysTheSameOfStatementsAndOfText) {
  constexpr std::string_view text = "CREATE TABLE a (b int);;\n"
                                    "COPY a FROM stdin;\n1\n\\.\n"
                                    "INSERT INTO a VALUES (1)";
  EXPECT_EQ(
      shown(recognise_file(text, Dialect::postgresql, LayoutId::numbered)),
      "table a (b integer) | copy writes a | insert writes a");
  EXPECT_EQ(
      shown(recognise_text(text, Dialect::postgresql)),
      "table a (b integer) | copy writes a | insert writes a");
}

// Statements that end where the next one begins.
TEST(Recognise, PartsTheStatementsOfTsql) {
  const Script script = recognise_text(
      "CREATE TABLE a (b int)\nCREATE TABLE c (d int)\nPRINT 'x'",
      Dialect::tsql);
  EXPECT_EQ(shown(script), "table a (b int) | table c (d int) | none print");
  ASSERT_EQ(script.size(), 3U);
  EXPECT_EQ(script[2].line, 3U);
}

TEST(Recognise, DynamicPartsHaveTheirPlaces) {
  constexpr std::string_view text =
      "DO $$\nBEGIN\n  EXECUTE 'DROP TABLE abc_' || x;\nEND $$;";
  const Script script = recognise_text(text, Dialect::postgresql);
  ASSERT_EQ(script.size(), 1U);
  const auto* block = std::get_if<DoBlock>(&script[0].what);
  ASSERT_NE(block, nullptr);
  ASSERT_EQ(block->dynamic.size(), 1U);
  const DynamicPart& part = block->dynamic[0];
  EXPECT_EQ(part.object, "abc_*");
  EXPECT_EQ(part.line, 3U);
  EXPECT_EQ(part.span.of(text), "EXECUTE 'DROP TABLE abc_' || x");
  EXPECT_EQ(part.why, "EXECUTE 'DROP TABLE abc_' || x");
}

// A body in plain quotes holds other bytes than the file.
TEST(Recognise, PlacesInQuotedBodiesAreTheBody) {
  constexpr std::string_view text =
      "DO\n'BEGIN CREATE TABLE a (b text DEFAULT ''x''); END'";
  const Script script = recognise_text(text, Dialect::postgresql);
  ASSERT_EQ(script.size(), 2U);
  EXPECT_EQ(script[1].line, 2U);
  EXPECT_EQ(script[1].span.begin, 3U);
  EXPECT_EQ(script[1].span.end, text.size());
}

// Values that refer to each other end, and so does work.
TEST(Recognise, BoundsWhatVariablesAreMadeOf) {
  std::string text = "DO $$ BEGIN a := a || a; b0 := 'x';\n";
  for (int i = 1; i < 40; ++i) {
    const std::string before = "b" + std::to_string(i - 1);
    text += "b" + std::to_string(i) + " := " + before + " || " + before + ";\n";
  }
  text += "EXECUTE 'DROP TABLE tab_' || a || b39; END $$;";
  const Script script = recognise_text(text, Dialect::postgresql);
  ASSERT_EQ(script.size(), 1U);
  EXPECT_NE(shown(script).find("drop table  tab_*"), std::string::npos);
}

// Brackets that do not fit, and many of them.
TEST(Recognise, TakesAnyBrackets) {
  for (const std::string_view piece :
       {"(",
        ")",
        "[",
        "CREATE TABLE t (",
        "FROM (",
        "((SELECT",
        "WITH a AS ("}) {
    std::string text = "CREATE TABLE t (a int DEFAULT (";
    for (int i = 0; i < 20000; ++i) {
      text += piece;
    }
    EXPECT_FALSE(recognise_text(text, Dialect::postgresql).empty()) << piece;
    EXPECT_FALSE(recognise_text("SELECT " + text, Dialect::mysql).empty());
  }
}

} // namespace
} // namespace migcheck::ddl
