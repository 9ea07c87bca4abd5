#include "dialect_case.hpp"
#include "sql/statements.hpp"

#include <gtest/gtest.h>

namespace migcheck::sql {
namespace {

// The statements, one after another, `|` between them; `…` after one that
// lacks its terminator.
std::string statements(std::string_view text, Dialect dialect) {
  std::string shown;
  for (const StatementSpan& statement : split_statements(text, dialect)) {
    shown += shown.empty() ? "" : "|";
    shown += statement.span.of(text);
    shown += statement.terminated ? "" : "…";
  }
  return shown;
}

using Case = DialectCase;

class Statements : public testing::TestWithParam<Case> {};

TEST_P(Statements, AreAsExpected) {
  const Case& c = GetParam();
  EXPECT_EQ(statements(c.text, c.dialect), c.expected) << c.text;
}

INSTANTIATE_TEST_SUITE_P(
    Plain,
    Statements,
    testing::Values(
        Case{pg, "", ""},
        Case{pg, "-- a\n/* b */ ;; \n", ""},
        Case{pg, " a; -- x\n b ", "a;|b…"},
        Case{pg, "a; /* c */ b -- x\n", "a;|b…"},
        Case{pg, "a -- x;\n ; b;", "a -- x;\n ;|b;"},
        Case{pg, "'a;b' $$c;$$;d;", "'a;b' $$c;$$;|d;"},
        Case{pg, "a (b; c); d;", "a (b; c);|d;"},
        Case{pg, "a ) ; b;", "a ) ;|b;"},
        Case{click, "a (b; c); d;", "a (b;|c);|d;"},
        Case{ansi, "a;b", "a;|b…"}));

INSTANTIATE_TEST_SUITE_P(
    PostgreSql,
    Statements,
    testing::Values(
        Case{
            pg,
            "CREATE FUNCTION f() BEGIN ATOMIC a; CASE b END; END; c;",
            "CREATE FUNCTION f() BEGIN ATOMIC a; CASE b END; END;|c;"},
        Case{
            pg,
            "create or replace procedure p() begin atomic a; end; b;",
            "create or replace procedure p() begin atomic a; end;|b;"},
        Case{pg, "BEGIN; a; END; b;", "BEGIN;|a;|END;|b;"},
        Case{pg, "CREATE TABLE begin (a); b;", "CREATE TABLE begin (a);|b;"},
        Case{
            pg,
            "CREATE VIEW function AS begin; b;",
            "CREATE VIEW function AS begin;|b;"},
        Case{pg, "select 1\\; select 2; b;", "select 1\\; select 2;|b;"},
        Case{pg, "\\set x 1\na\n\\set y 2\nb;", "a\n\\set y 2\nb;"},
        Case{pg, "select 1 \\gset p_\nb;", "select 1…|b;"},
        Case{pg, "\\g\n", ""},
        Case{pg, "COPY t FROM stdin;\na;b\n\\.\nc;", "COPY t FROM stdin;|c;"}));

INSTANTIATE_TEST_SUITE_P(
    Sqlite,
    Statements,
    testing::Values(
        Case{
            lite,
            "CREATE TRIGGER t AFTER INSERT ON a BEGIN b; END; c;",
            "CREATE TRIGGER t AFTER INSERT ON a BEGIN b; END;|c;"},
        Case{
            lite,
            "create temp trigger t begin x CASE a WHEN b THEN c END; END; d;",
            "create temp trigger t begin x CASE a WHEN b THEN c END; END;|d;"},
        Case{
            lite,
            "CREATE TABLE trigger (a); b;",
            "CREATE TABLE trigger (a);|b;"},
        Case{lite, "BEGIN; a; END;", "BEGIN;|a;|END;"},
        Case{lite, ".read x\na;", "a;"}));

INSTANTIATE_TEST_SUITE_P(
    MySql,
    Statements,
    testing::Values(
        Case{
            my,
            "DELIMITER //\nCREATE PROCEDURE p() BEGIN a; END//\nDELIMITER "
            ";\nb;",
            "CREATE PROCEDURE p() BEGIN a; END//|b;"},
        Case{
            my,
            "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN b; END; c;",
            "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN b; "
            "END;|c;"},
        Case{
            my,
            "CREATE TRIGGER t AFTER INSERT ON a FOR EACH ROW b; c;",
            "CREATE TRIGGER t AFTER INSERT ON a FOR EACH ROW b;|c;"},
        Case{
            my,
            "CREATE DEFINER=`r`@`%` PROCEDURE IF NOT EXISTS p() BEGIN "
            "IF a THEN b; END IF; WHILE c DO d; END WHILE; l: LOOP e; "
            "END LOOP; REPEAT f; UNTIL g END REPEAT; "
            "DROP TABLE IF EXISTS h; SELECT IF(i, j, REPEAT('k', 2)); "
            "CASE m WHEN n THEN o; END CASE; SET p = CASE q WHEN r THEN s "
            "END; END; t;",
            "CREATE DEFINER=`r`@`%` PROCEDURE IF NOT EXISTS p() BEGIN "
            "IF a THEN b; END IF; WHILE c DO d; END WHILE; l: LOOP e; "
            "END LOOP; REPEAT f; UNTIL g END REPEAT; "
            "DROP TABLE IF EXISTS h; SELECT IF(i, j, REPEAT('k', 2)); "
            "CASE m WHEN n THEN o; END CASE; SET p = CASE q WHEN r THEN s "
            "END; END;|t;"},
        Case{
            my,
            "CREATE TRIGGER t FOR EACH ROW IF a THEN b; END IF; c;",
            "CREATE TRIGGER t FOR EACH ROW IF a THEN b; END IF;|c;"},
        Case{
            my,
            "CREATE FUNCTION f RETURNS INT SONAME 'x'; b;",
            "CREATE FUNCTION f RETURNS INT SONAME 'x';|b;"},
        Case{
            my,
            "CREATE TABLE IF NOT EXISTS a (b); c;",
            "CREATE TABLE IF NOT EXISTS a (b);|c;"},
        Case{my, "BEGIN; a; COMMIT;", "BEGIN;|a;|COMMIT;"},
        Case{my, "/*!40101 SET a=1 */; -- b\n", "/*!40101 SET a=1 */;"}));

INSTANTIATE_TEST_SUITE_P(
    Tsql,
    Statements,
    testing::Values(
        Case{ms, "a\nGO\n-- x\nGO\nb; c\nGO\n", "a…|b;|c…"},
        Case{
            ms, "CREATE PROC p AS a; b;\nGO\nc;", "CREATE PROC p AS a; b;…|c;"},
        Case{ms, "IF a BEGIN b; c; END; d;", "IF a BEGIN b; c; END;|d;"},
        Case{ms, "BEGIN TRAN; a; COMMIT;", "BEGIN TRAN;|a;|COMMIT;"},
        Case{
            ms,
            "BEGIN TRY a; END TRY BEGIN CATCH b; END CATCH; c;",
            "BEGIN TRY a; END TRY BEGIN CATCH b; END CATCH;|c;"}));

TEST(StatementSplitter, GivesStatementsInTurnWhenTextsAreJoined) {
  const std::string_view parts[] = {
      "a;\n",
      "CREATE FUNCTION f() BEGIN ATOMIC b; END;\n",
      "$x$ ; $x$;\n",
      "COPY t FROM stdin;\n;\n\\.\n",
      "-- c\n(';');\n"};
  std::string text;
  std::size_t count = 0;
  for (const std::string_view part : parts) {
    text += part;
    ++count;
    EXPECT_EQ(split_statements(text, pg).size(), count) << text;
  }
}

} // namespace
} // namespace migcheck::sql
