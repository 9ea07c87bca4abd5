#include "sql/classify.hpp"
#include "sql/load.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace migcheck::sql {
namespace {

constexpr Dialect pg = Dialect::postgresql;
constexpr Dialect my = Dialect::mysql;
constexpr Dialect lite = Dialect::sqlite;
constexpr Dialect click = Dialect::clickhouse;
constexpr Dialect ms = Dialect::tsql;

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
    "unique",
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

struct Case {
  Dialect dialect;
  std::string_view text;
  std::string_view expected;
};

class Classify : public testing::TestWithParam<Case> {};

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
    Create,
    Classify,
    testing::Values(
        Case{pg, "CREATE TABLE t (a int);", "create table"},
        Case{
            pg,
            "CREATE TABLE IF NOT EXISTS t (a int);",
            "create table +if_not_exists"},
        Case{pg, "CREATE TEMP TABLE t (a int);", "create table +temporary"},
        Case{pg, "CREATE UNLOGGED TABLE t (a int);", "create table"},
        Case{pg, "CREATE FOREIGN TABLE t (a int);", "create foreign_table"},
        Case{pg, "CREATE FOREIGN DATA WRAPPER w;", "create"},
        Case{pg, "CREATE TABLE t AS SELECT 1;", "create table +as_select"},
        Case{pg, "CREATE TABLE s.t AS (SELECT 1);", "create table +as_select"},
        Case{
            pg,
            "CREATE TABLE t (a) AS TABLE b WITH NO DATA;",
            "create table +as_select"},
        Case{
            pg,
            "CREATE TABLE t AS WITH a AS (SELECT now()) SELECT * FROM a;",
            "create table +as_select +clock"},
        Case{
            pg,
            "CREATE TABLE t (a timestamptz DEFAULT now(), b text DEFAULT "
            "current_user, CHECK (a < now()));",
            "create table"},
        Case{
            pg,
            "CREATE TABLE p PARTITION OF t FOR VALUES FROM ('2025-01-01') TO "
            "('2026-01-01');",
            "create table"},
        Case{
            pg,
            "CREATE TABLE p PARTITION OF t FOR VALUES FROM (current_date) TO "
            "('2026-01-01');",
            "create table +clock"},
        Case{
            pg,
            "CREATE TABLE t (a int GENERATED ALWAYS AS (b * 2) STORED);",
            "create table"},
        Case{pg, "CREATE INDEX ON t (a);", "create index"},
        Case{
            pg,
            "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a);",
            "create index +concurrently +if_not_exists +unique"},
        Case{
            pg,
            "CREATE OR REPLACE VIEW v AS SELECT now();",
            "create view +or_replace"},
        Case{
            pg,
            "CREATE MATERIALIZED VIEW v AS SELECT current_setting('a');",
            "create matview +session"},
        Case{
            pg,
            "CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS $$ "
            "SELECT 1; $$;",
            "create function +or_replace"},
        Case{
            pg,
            "CREATE CONSTRAINT TRIGGER t AFTER INSERT ON a EXECUTE "
            "FUNCTION f();",
            "create trigger"},
        Case{
            pg,
            "CREATE EVENT TRIGGER t ON ddl_command_end;",
            "create event_trigger"},
        Case{pg, "CREATE TYPE t AS ENUM ('a');", "create type"},
        Case{pg, "CREATE DOMAIN d AS text;", "create domain"},
        Case{
            pg,
            "CREATE SEQUENCE IF NOT EXISTS s;",
            "create sequence +if_not_exists"},
        Case{
            pg,
            "CREATE SCHEMA IF NOT EXISTS s;",
            "create schema +if_not_exists"},
        Case{
            pg,
            "CREATE EXTENSION IF NOT EXISTS \"uuid-ossp\";",
            "create extension +if_not_exists"},
        Case{pg, "CREATE DATABASE d;", "create database"},
        Case{pg, "CREATE TABLESPACE s LOCATION '/x';", "create tablespace"},
        Case{
            pg,
            "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p;",
            "create subscription"},
        Case{pg, "CREATE PUBLICATION p FOR ALL TABLES;", "create publication"},
        Case{pg, "CREATE ROLE r;", "create role"},
        Case{pg, "CREATE USER MAPPING FOR a SERVER b;", "create"},
        Case{pg, "CREATE SERVER s FOREIGN DATA WRAPPER w;", "create"},
        Case{
            pg,
            "CREATE TEXT SEARCH CONFIGURATION c (COPY = simple);",
            "create"},
        Case{pg, "CREATE POLICY p ON t;", "create policy"},
        Case{my, "CREATE TABLE t SELECT 1;", "create table +as_select"},
        Case{
            my,
            "CREATE DEFINER=`root`@`%` SQL SECURITY INVOKER VIEW v AS SELECT "
            "1;",
            "create view"},
        Case{my, "CREATE FULLTEXT INDEX i ON t (a);", "create index"},
        Case{
            my,
            "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO SELECT 1;",
            "create event"},
        Case{
            my,
            "CREATE TABLE t (a TIMESTAMP ON UPDATE CURRENT_TIMESTAMP);",
            "create table"},
        Case{lite, "CREATE VIRTUAL TABLE t USING fts5(a);", "create table"},
        Case{
            lite,
            "CREATE TEMP TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; "
            "END;",
            "create trigger +temporary"},
        Case{
            click,
            "CREATE MATERIALIZED VIEW v TO t AS SELECT 1;",
            "create matview"},
        Case{
            ms,
            "CREATE OR ALTER PROC p AS SELECT 1;",
            "create procedure +or_replace"},
        Case{
            ms,
            "CREATE UNIQUE NONCLUSTERED INDEX i ON t (a);",
            "create index +unique"}));

INSTANTIATE_TEST_SUITE_P(
    AlterAndDrop,
    Classify,
    testing::Values(
        Case{pg, "ALTER TABLE t ADD a int;", "alter table +bare_add"},
        Case{pg, "ALTER TABLE t ADD COLUMN a int;", "alter table +bare_add"},
        Case{
            pg,
            "ALTER TABLE IF EXISTS ONLY t ADD COLUMN IF NOT EXISTS a int;",
            "alter table +if_exists"},
        Case{pg, "ALTER TABLE t ADD PRIMARY KEY (a);", "alter table +bare_add"},
        Case{
            pg,
            "ALTER TABLE t DROP COLUMN a;",
            "alter table +bare_drop +drops_column"},
        Case{
            pg,
            "ALTER TABLE t DROP a;",
            "alter table +bare_drop +drops_column"},
        Case{
            pg,
            "ALTER TABLE t DROP IF EXISTS a CASCADE;",
            "alter table +cascade +drops_column"},
        Case{
            pg,
            "ALTER TABLE t DROP COLUMN IF EXISTS a, ADD b int;",
            "alter table +bare_add +drops_column"},
        Case{pg, "ALTER TABLE t DROP CONSTRAINT IF EXISTS c;", "alter table"},
        Case{pg, "ALTER TABLE t DROP CONSTRAINT c;", "alter table +bare_drop"},
        Case{pg, "ALTER TABLE t ALTER a DROP NOT NULL;", "alter table"},
        Case{pg, "ALTER TABLE t ALTER a SET DEFAULT now();", "alter table"},
        Case{
            pg,
            "ALTER TABLE t ALTER a TYPE date USING now()::date;",
            "alter table +clock"},
        Case{
            pg,
            "ALTER TABLE t DETACH PARTITION p CONCURRENTLY;",
            "alter table +concurrently"},
        Case{pg, "ALTER TABLE t RENAME TO u;", "alter table"},
        Case{
            pg,
            "ALTER TYPE t ADD VALUE 'x';",
            "alter type +add_value +bare_add"},
        Case{
            pg,
            "ALTER TYPE s.t ADD VALUE IF NOT EXISTS 'x' BEFORE 'y';",
            "alter type +add_value"},
        Case{pg, "ALTER TYPE t ADD ATTRIBUTE a int;", "alter type +bare_add"},
        Case{pg, "ALTER TYPE t RENAME VALUE 'a' TO 'b';", "alter type"},
        Case{pg, "ALTER SYSTEM SET x = 1;", "alter system"},
        Case{pg, "ALTER DATABASE d SET x = 1;", "alter database"},
        Case{
            pg,
            "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO a;",
            "alter privileges"},
        Case{
            pg,
            "ALTER INDEX IF EXISTS i RENAME TO j;",
            "alter index +if_exists"},
        Case{pg, "ALTER MATERIALIZED VIEW v RENAME TO w;", "alter matview"},
        Case{my, "ALTER TABLE t DROP INDEX i;", "alter table +bare_drop"},
        Case{
            my, "ALTER TABLE t ADD UNIQUE KEY k (a);", "alter table +bare_add"},
        Case{ms, "ALTER TABLE t DROP c;", "alter table +bare_drop"},
        Case{
            click,
            "ALTER TABLE t ADD COLUMN IF NOT EXISTS a Int32 AFTER b;",
            "alter table"},
        Case{pg, "DROP TABLE t;", "drop table"},
        Case{
            pg,
            "DROP TABLE IF EXISTS a, b CASCADE;",
            "drop table +if_exists +cascade"},
        Case{
            pg,
            "DROP INDEX CONCURRENTLY IF EXISTS i;",
            "drop index +concurrently +if_exists"},
        Case{pg, "DROP MATERIALIZED VIEW v;", "drop matview"},
        Case{pg, "DROP EVENT TRIGGER t;", "drop event_trigger"},
        Case{pg, "DROP FUNCTION f(int) CASCADE;", "drop function +cascade"},
        Case{pg, "DROP OWNED BY a CASCADE;", "drop +cascade"},
        Case{
            my,
            "DROP TEMPORARY TABLE IF EXISTS t;",
            "drop table +if_exists +temporary"}));

INSTANTIATE_TEST_SUITE_P(
    TheRest,
    Classify,
    testing::Values(
        Case{pg, "DO $$ BEGIN END $$;", "do"},
        Case{pg, "SET search_path = a;", "set"},
        Case{pg, "SET SESSION AUTHORIZATION a;", "set"},
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
