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
        Case{
            pg,
            "a \\if x\n b \\else\n (c \\endif\n d; e;",
            "a \\if x\n b \\else\n (c \\endif\n d;|e;"},
        Case{
            pg,
            "a (\\if x \\\\ b) \\else \\\\ c \\endif \\\\ d); e;",
            "a (\\if x \\\\ b) \\else \\\\ c \\endif \\\\ d);|e;"},
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

// Without semicolons, by the words that begin statements.
INSTANTIATE_TEST_SUITE_P(
    TsqlWords,
    Statements,
    testing::Values(
        Case{
            ms,
            "CREATE TABLE t (a int)\nCREATE INDEX i ON t (a)\nPRINT 'x'",
            "CREATE TABLE t (a int)…|CREATE INDEX i ON t (a)…|PRINT 'x'…"},
        Case{
            ms,
            "ALTER TABLE t ADD a int\nALTER TABLE t ALTER COLUMN a int\nALTER "
            "TABLE t DROP COLUMN a\nDROP TABLE t",
            "ALTER TABLE t ADD a int…|ALTER TABLE t ALTER COLUMN a int…|ALTER "
            "TABLE t DROP COLUMN a…|DROP TABLE t…"},
        Case{
            ms,
            "DROP TABLE IF EXISTS t\nIF EXISTS (SELECT 1) DROP TABLE u\nSET "
            "NOCOUNT ON",
            "DROP TABLE IF EXISTS t…|IF EXISTS (SELECT 1) DROP TABLE u…|SET "
            "NOCOUNT ON…"},
        Case{
            ms,
            "UPDATE t SET a = 1 WHERE b IN (SELECT 2)\nSET @x = 1\nDELETE FROM "
            "t\nSELECT 1",
            "UPDATE t SET a = 1 WHERE b IN (SELECT 2)…|SET @x = 1…|DELETE FROM "
            "t…|SELECT 1…"},
        Case{
            ms,
            "INSERT INTO t (a) SELECT 1 UNION ALL SELECT 2\nINSERT t VALUES "
            "(1), (2)\nINSERT t EXEC p\nEXEC q",
            "INSERT INTO t (a) SELECT 1 UNION ALL SELECT 2…|INSERT t VALUES "
            "(1), (2)…|INSERT t EXEC p…|EXEC q…"},
        Case{ms, "CREATE VIEW v AS SELECT 1", "CREATE VIEW v AS SELECT 1…"},
        Case{
            ms,
            "CREATE VIEW v AS WITH c AS (SELECT 1) SELECT * FROM c",
            "CREATE VIEW v AS WITH c AS (SELECT 1) SELECT * FROM c…"},
        Case{
            ms,
            "WITH c AS (SELECT 1), d AS (SELECT 2) UPDATE c SET a = 1\nSELECT "
            "2",
            "WITH c AS (SELECT 1), d AS (SELECT 2) UPDATE c SET a = 1…|SELECT "
            "2…"},
        Case{
            ms,
            "IF a = 1 SELECT 1 ELSE SELECT 2\nSELECT 3",
            "IF a = 1 SELECT 1 ELSE SELECT 2…|SELECT 3…"},
        Case{
            ms,
            "IF a = 1 BEGIN SELECT 1 END ELSE BEGIN SELECT 2 END\nSELECT 3",
            "IF a = 1 BEGIN SELECT 1 END ELSE BEGIN SELECT 2 END…|SELECT 3…"},
        Case{
            ms,
            "WHILE @i < 3 SET @i = @i + 1\nPRINT @i",
            "WHILE @i < 3 SET @i = @i + 1…|PRINT @i…"},
        Case{
            ms,
            "BEGIN TRAN\nCREATE TABLE t (a int)\nCOMMIT TRAN",
            "BEGIN TRAN…|CREATE TABLE t (a int)…|COMMIT TRAN…"},
        Case{
            ms,
            "BEGIN TRY SELECT 1 END TRY BEGIN CATCH THROW END CATCH\nSELECT 2",
            "BEGIN TRY SELECT 1 END TRY BEGIN CATCH THROW END CATCH…|SELECT "
            "2…"},
        Case{
            ms,
            "GRANT SELECT, INSERT, EXECUTE ON t TO r WITH GRANT OPTION\nDENY "
            "ALTER ON t TO r",
            "GRANT SELECT, INSERT, EXECUTE ON t TO r WITH GRANT OPTION…|DENY "
            "ALTER ON t TO r…"},
        Case{
            ms,
            "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES u (a) "
            "ON DELETE CASCADE ON UPDATE SET NULL\nSELECT 1",
            "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES u (a) "
            "ON DELETE CASCADE ON UPDATE SET NULL…|SELECT 1…"},
        Case{
            ms,
            "DECLARE c CURSOR FOR SELECT a FROM t FOR UPDATE\nOPEN c\nFETCH "
            "NEXT FROM c INTO @a\nCLOSE c",
            "DECLARE c CURSOR FOR SELECT a FROM t FOR UPDATE…|OPEN c…|FETCH "
            "NEXT FROM c INTO @a…|CLOSE c…"},
        Case{
            ms,
            "SELECT a FROM t ORDER BY a OFFSET 1 ROWS FETCH NEXT 2 ROWS "
            "ONLY\nSELECT 1",
            "SELECT a FROM t ORDER BY a OFFSET 1 ROWS FETCH NEXT 2 ROWS "
            "ONLY…|SELECT 1…"},
        Case{
            ms,
            "ALTER DATABASE [d] SET ANSI_NULLS ON\nALTER DATABASE d SET "
            "SINGLE_USER WITH ROLLBACK IMMEDIATE\nUSE d",
            "ALTER DATABASE [d] SET ANSI_NULLS ON…|ALTER DATABASE d SET "
            "SINGLE_USER WITH ROLLBACK IMMEDIATE…|USE d…"},
        Case{
            ms,
            "MERGE INTO t USING u ON t.a = u.a WHEN MATCHED THEN UPDATE SET "
            "t.b = u.b WHEN NOT MATCHED THEN INSERT (a) VALUES (1)\nSELECT 1",
            "MERGE INTO t USING u ON t.a = u.a WHEN MATCHED THEN UPDATE SET "
            "t.b = u.b WHEN NOT MATCHED THEN INSERT (a) VALUES (1)…|SELECT 1…"},
        Case{
            ms,
            "CREATE OR ALTER VIEW v AS SELECT CASE WHEN a THEN b ELSE c END x "
            "FROM t",
            "CREATE OR ALTER VIEW v AS SELECT CASE WHEN a THEN b ELSE c END x "
            "FROM t…"},
        Case{
            ms,
            "SET NOCOUNT ON\nDELETE FROM t\nSET ROWCOUNT 0\nUPDATE t SET a "
            "= 1",
            "SET NOCOUNT ON…|DELETE FROM t…|SET ROWCOUNT 0…|UPDATE t SET a "
            "= 1…"},
        Case{
            ms,
            "EXEC sp_rename 'a', 'b', 'COLUMN'\nEXECUTE ('DROP TABLE "
            "t')\nTRUNCATE TABLE t",
            "EXEC sp_rename 'a', 'b', 'COLUMN'…|EXECUTE ('DROP TABLE "
            "t')…|TRUNCATE TABLE t…"},
        Case{
            ms,
            "SELECT a AS [b] FROM t INNER MERGE JOIN u ON 1 = 1\nDECLARE @t "
            "TABLE (a int)\nBULK INSERT t FROM 'f'",
            "SELECT a AS [b] FROM t INNER MERGE JOIN u ON 1 = 1…|DECLARE @t "
            "TABLE (a int)…|BULK INSERT t FROM 'f'…"}));

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
