#include "classify_case.hpp"
#include "sql/classify.hpp"
#include "sql/load.hpp"

#include <array>
#include <string>

namespace migcheck::sql {
namespace {

using Case = DialectCase;

constexpr std::array<std::string_view, 34> verbs = {
    "unknown",  "other",     "select",   "insert",      "update",
    "delete",   "merge",     "truncate", "copy",        "call",
    "create",   "alter",     "drop",     "rename",      "comment",
    "grant",    "revoke",    "refresh",  "begin",       "commit",
    "rollback", "savepoint", "release",  "rollback_to", "transaction",
    "do",       "control",   "set",      "reset",       "use",
    "lock",     "vacuum",    "analyze",  "reindex"};

constexpr std::array<std::string_view, 3> more_verbs = {
    "cluster", "explain", "pragma"};

constexpr std::array<std::string_view, 30> objects = {
    "",         "table",      "foreign_table", "column",
    "index",    "constraint", "view",          "matview",
    "sequence", "type",       "domain",        "schema",
    "database", "extension",  "function",      "procedure",
    "routine",  "aggregate",  "trigger",       "event_trigger",
    "policy",   "rule",       "role",          "dictionary",
    "event",    "tablespace", "subscription",  "publication",
    "system",   "privileges"};

constexpr std::array<std::string_view, 16> flags = {
    "concurrently",
    "if_exists",
    "if_not_exists",
    "or_replace",
    "temporary",
    "names_role",
    "cascade",
    "where",
    "add_value",
    "bare_add",
    "bare_drop",
    "drops_column",
    "as_select",
    "clock",
    "session",
    "everything"};

std::string shown(const StatementKind& kind) {
  const auto verb = static_cast<std::size_t>(kind.verb);
  std::string text(
      verb < verbs.size() ? verbs[verb] : more_verbs[verb - verbs.size()]);
  const std::string_view object =
      objects[static_cast<std::size_t>(kind.object)];
  text += object.empty() ? "" : " ";
  text += object;
  for (std::size_t i = 0; i < flags.size(); ++i) {
    if ((kind.flags >> i & 1U) != 0) {
      text += " +";
      text += flags[i];
    }
  }
  return text;
}

TEST_P(Classify, TellsTheKind) {
  const Case& c = GetParam();
  EXPECT_EQ(shown(classify(c.text, c.dialect)), c.expected) << c.text;
}

// Blanks and comments between tokens change nothing.
TEST_P(Classify, IgnoresWhatStandsBetweenTokens) {
  const Case& c = GetParam();
  Lexer lexer(c.text, c.dialect);
  std::string spaced;
  TokenKind before = TokenKind::terminator;
  for (Token token; lexer.next(token);) {
    if (is_blank(token.kind) && before != TokenKind::operator_) {
      spaced += "\n/* FROM add */ -- drop\n";
    }
    spaced += token.span.of(c.text);
    before = token.kind;
  }
  EXPECT_EQ(shown(classify(spaced, c.dialect)), c.expected) << spaced;
}

// The pass over a whole file says the same.
TEST_P(Classify, HoldsInAFile) {
  const Case& c = GetParam();
  const std::string text = "SELECT 1;\n" + std::string(c.text);
  const SqlFile file =
      read_sql_file(text, c.dialect, LayoutId::numbered, Limits{});
  ASSERT_GE(file.statements.size(), c.dialect == ms ? 1U : 2U) << text;
  if (c.dialect != ms) {
    EXPECT_EQ(shown(file.statements[1].kind), c.expected) << text;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Transactions,
    Classify,
    testing::Values(
        Case{pg, "BEGIN;", "begin"},
        Case{pg, "begin work", "begin"},
        Case{pg, "BEGIN ISOLATION LEVEL SERIALIZABLE;", "begin"},
        Case{pg, "START TRANSACTION;", "begin"},
        Case{pg, "COMMIT;", "commit"},
        Case{pg, "COMMIT PREPARED 'x';", "transaction"},
        Case{pg, "END;", "commit"},
        Case{pg, "ABORT;", "rollback"},
        Case{pg, "ROLLBACK;", "rollback"},
        Case{pg, "ROLLBACK WORK;", "rollback"},
        Case{pg, "ROLLBACK AND CHAIN;", "rollback"},
        Case{pg, "ROLLBACK TO a;", "rollback_to"},
        Case{pg, "ROLLBACK TRANSACTION TO SAVEPOINT a;", "rollback_to"},
        Case{pg, "SAVEPOINT a;", "savepoint"},
        Case{pg, "RELEASE a;", "release"},
        Case{pg, "PREPARE TRANSACTION 'x';", "transaction"},
        Case{pg, "PREPARE q AS SELECT 1;", "other"},
        Case{pg, "SET TRANSACTION READ ONLY;", "transaction"},
        Case{
            pg,
            "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY;",
            "transaction"},
        Case{lite, "BEGIN IMMEDIATE;", "begin"},
        Case{my, "BEGIN;", "begin"},
        Case{my, "START SLAVE;", "other"},
        Case{ms, "BEGIN TRAN;", "begin"},
        Case{ms, "BEGIN TRY SELECT 1 END TRY", "control"},
        Case{ms, "SAVE TRAN a;", "savepoint"},
        Case{ms, "COMMIT TRAN;", "commit"}));

INSTANTIATE_TEST_SUITE_P(
    Data,
    Classify,
    testing::Values(
        Case{pg, "SELECT 1;", "select"},
        Case{pg, "(SELECT 1);", "select"},
        Case{pg, "VALUES (1);", "select"},
        Case{pg, "INSERT INTO t VALUES (1);", "insert"},
        Case{pg, "UPDATE t SET a = 1;", "update"},
        Case{pg, "UPDATE t SET a = 1 WHERE b;", "update +where"},
        Case{pg, "DELETE FROM t;", "delete"},
        Case{pg, "DELETE FROM t WHERE a = 1;", "delete +where"},
        Case{
            pg,
            "DELETE FROM t USING (SELECT a FROM b WHERE c) AS d;",
            "delete"},
        Case{pg, "DELETE FROM \"where\";", "delete"},
        Case{
            pg,
            "WITH a AS (SELECT 1 WHERE true) DELETE FROM t USING a;",
            "delete"},
        Case{
            pg,
            "WITH a AS (DELETE FROM b RETURNING *) INSERT INTO t SELECT 1;",
            "insert"},
        Case{
            pg,
            "WITH RECURSIVE a AS (SELECT 1) UPDATE t SET a = 1 WHERE true;",
            "update +where"},
        Case{pg, "WITH a AS (SELECT 1) SELECT * FROM a;", "select"},
        Case{pg, "MERGE INTO t USING a ON true;", "merge"},
        Case{pg, "TRUNCATE a, b;", "truncate"},
        Case{pg, "TRUNCATE a CASCADE;", "truncate +cascade"},
        Case{pg, "COPY t FROM '/x';", "copy"},
        Case{pg, "CALL f();", "call"},
        Case{my, "REPLACE INTO t VALUES (1);", "insert"},
        Case{my, "/*!40000 DELETE FROM t */;", "delete"},
        Case{ms, "EXEC sp_rename 'a', 'b';", "call"}));

INSTANTIATE_TEST_SUITE_P(
    TheRest,
    Classify,
    testing::Values(
        Case{pg, "DO $$ BEGIN END $$;", "do"},
        Case{pg, "SET search_path = a;", "set"},
        Case{pg, "SET ROLE r;", "set +names_role"},
        Case{pg, "SET LOCAL ROLE r;", "set +names_role"},
        Case{pg, "SET SESSION AUTHORIZATION r;", "set +names_role"},
        Case{pg, "SET LOCAL search_path = a;", "set"},
        Case{pg, "RESET ALL;", "reset"},
        Case{pg, "GRANT SELECT ON t TO a;", "grant"},
        Case{pg, "REVOKE ALL ON t FROM a;", "revoke"},
        Case{pg, "COMMENT ON TABLE t IS 'a';", "comment"},
        Case{pg, "LOCK TABLE t;", "lock"},
        Case{pg, "VACUUM;", "vacuum +everything"},
        Case{pg, "VACUUM FULL VERBOSE;", "vacuum +everything"},
        Case{pg, "VACUUM (FULL, ANALYZE true) t;", "vacuum"},
        Case{pg, "ANALYZE t;", "analyze"},
        Case{pg, "CLUSTER;", "cluster +everything"},
        Case{pg, "CLUSTER t USING i;", "cluster"},
        Case{pg, "REINDEX TABLE t;", "reindex table"},
        Case{
            pg,
            "REINDEX (VERBOSE) INDEX CONCURRENTLY i;",
            "reindex index +concurrently"},
        Case{
            pg,
            "REINDEX (CONCURRENTLY) TABLE t;",
            "reindex table +concurrently"},
        Case{pg, "REINDEX DATABASE d;", "reindex database"},
        Case{
            pg,
            "REFRESH MATERIALIZED VIEW CONCURRENTLY v;",
            "refresh matview +concurrently"},
        Case{pg, "REFRESH MATERIALIZED VIEW v;", "refresh matview"},
        Case{pg, "EXPLAIN DELETE FROM t;", "explain"},
        Case{pg, "NOTIFY a;", "other"},
        Case{pg, "FOO BAR;", "unknown"},
        Case{lite, "PRAGMA foreign_keys = OFF;", "pragma"},
        Case{my, "USE d;", "use"},
        Case{my, "RENAME TABLE a TO b;", "rename"},
        Case{my, "/*!40101 SET NAMES utf8 */;", "set"},
        Case{ms, "IF EXISTS (SELECT 1) DROP TABLE t;", "control"}));

TEST(WordKey, IsTheSameOnlyForTheSameWord) {
  EXPECT_EQ(word_key("Create"), word_key("cREATE"));
  EXPECT_NE(word_key("a"), word_key("_"));
  EXPECT_NE(word_key("ab"), word_key("b"));
  EXPECT_EQ(word_key(""), 0U);
  EXPECT_EQ(word_key("a1"), 0U);
  EXPECT_EQ(word_key("a@"), 0U);
  EXPECT_EQ(word_key("{"), 0U);
  EXPECT_EQ(word_key("`"), 0U);
  EXPECT_EQ(word_key("\xC3\xA9"), 0U);
  EXPECT_EQ(word_key("a{b"), 0U);
  EXPECT_NE(word_key("current_timestamp"), word_key("current_time"));
}

} // namespace
} // namespace migcheck::sql
