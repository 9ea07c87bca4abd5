#include "ddl/cases.hpp"

namespace migcheck::ddl {
namespace {

constexpr Dialect my = Dialect::mysql;
constexpr Dialect lite = Dialect::sqlite;
constexpr Dialect click = Dialect::clickhouse;
constexpr Dialect ms = Dialect::tsql;

class Dialects : public Statements {};

TEST_P(Dialects, SayWhatIsExpected) {
  check();
}

TEST_P(Dialects, SayTheSameWithBlanksAndComments) {
  check_spaced();
}

TEST_P(Dialects, MayBeCutAnywhere) {
  check_prefixes();
}

INSTANTIATE_TEST_SUITE_P(
    MySql,
    Dialects,
    testing::Values(
        Case{
            my,
            R"(CREATE TABLE `t` (`id` int(11) unsigned NOT NULL AUTO_INCREMENT COMMENT 'x', `a` varchar(5) CHARACTER SET utf8 COLLATE utf8_bin DEFAULT NULL, `b` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, c enum('x','y'), PRIMARY KEY (`id`), UNIQUE KEY `u` (`a`), KEY `k` USING BTREE (`b`, a(10) DESC), FULLTEXT KEY f (a), CONSTRAINT `fk` FOREIGN KEY (`c`) REFERENCES `d`.`o` (`id`) ON DELETE CASCADE) ENGINE=InnoDB DEFAULT CHARSET=utf8;)",
            R"(table t (id int(11) unsigned not-null auto-increment; a varchar(5) = {NULL} collate utf8_bin; b timestamp not-null = {CURRENT_TIMESTAMP}; c enum('x','y')) [primary (id); unique named u (a); foreign named fk (c) -> d.o(id) on-delete cascade] keys k (b,a); f using fulltext (a))"},
        Case{
            my,
            R"(CREATE TABLE t LIKE u;)",
            R"(table t like u at 0 indexes defaults constraints)"},
        Case{
            my,
            R"(CREATE TABLE t (a int KEY, INDEX (a), b int AS (a + 1) STORED) PARTITION BY RANGE (a) (PARTITION p0 VALUES LESS THAN (1));)",
            R"(table t (a int; b int generated = {a + 1} cols a) [primary in a (a)] keys unnamed (a) partitioned range(a))"},
        Case{
            my,
            R"(CREATE TABLE t SELECT * FROM u;)",
            R"(table t as-select reads u)"},
        Case{
            my,
            R"(ALTER TABLE t ADD COLUMN a int FIRST, ADD b int AFTER a, MODIFY c text NOT NULL, CHANGE COLUMN d e int, ADD INDEX i (a), ADD UNIQUE KEY u (b), DROP INDEX j, DROP PRIMARY KEY, DROP FOREIGN KEY f, RENAME INDEX x TO y, ENGINE=InnoDB;)",
            R"(alter table t: add a int first; add b int after a; modify c to c text not-null; modify d to e int; add-index i (a); add-constraint unique named u (b); drop-index j; drop-constraint primary ; drop-constraint foreign f; rename-index x y; other engine;)"},
        Case{
            my,
            R"(ALTER TABLE t ADD (a int, b text), DROP COLUMN c, RENAME TO u;)",
            R"(alter table t: add a int; add b text; drop c; rename u;)"},
        Case{
            my,
            R"(ALTER TABLE t ALTER a SET DEFAULT 1, ADD CONSTRAINT FOREIGN KEY (a) REFERENCES u (b);)",
            R"(alter table t: default a {1}; add-constraint foreign (a) -> u(b);)"},
        Case{my, R"(ALTER TABLE t RENAME u;)", R"(alter table t: rename u;)"},
        Case{
            my,
            R"(CREATE UNIQUE INDEX i ON t (a, b(3)) USING BTREE;)",
            R"(index i unique using btree (a,b) on t)"},
        Case{my, R"(DROP INDEX i ON t;)", R"(drop index i on t)"},
        Case{my, R"(RENAME TABLE a TO b, c TO d;)", R"(rename a>b c>d)"},
        Case{
            my,
            R"(CREATE DEFINER=`root`@`localhost` SQL SECURITY INVOKER VIEW v AS SELECT * FROM t;)",
            R"(view v reads t)"},
        Case{
            my,
            R"(/*!50001 CREATE ALGORITHM=UNDEFINED */ /*!50013 DEFINER=`r`@`%` */ /*!50001 VIEW `v` AS select 1 from `t` */;)",
            R"(view v reads t)"},
        Case{
            my,
            R"(CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.a = (SELECT 1 FROM u);)",
            R"(trigger tr before on t row reads u)"},
        Case{
            my,
            R"(CREATE PROCEDURE p(IN a INT, OUT b VARCHAR(3)) BEGIN INSERT INTO t SELECT * FROM u; END;)",
            R"(procedure p(a:int; out b:varchar(3)) signature int, varchar reads u writes t)"},
        Case{
            my,
            R"(INSERT IGNORE INTO t (a) VALUES (1) ON DUPLICATE KEY UPDATE a = 2;)",
            R"(insert writes t (a))"},
        Case{my, R"(REPLACE INTO t VALUES (1);)", R"(insert writes t)"},
        Case{my, R"(DELETE FROM t WHERE a = 1;)", R"(delete writes t where)"},
        Case{my, R"(USE db;)", R"(use db)"},
        Case{my, R"(SET NAMES utf8;)", R"(set names = utf8)"},
        Case{my, R"(LOCK TABLES a WRITE, b READ;)", R"(lock reads a,b)"}));

INSTANTIATE_TEST_SUITE_P(
    Sqlite,
    Dialects,
    testing::Values(
        Case{
            lite,
            R"(CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a, b TEXT NOT NULL ON CONFLICT FAIL DEFAULT (x), c REFERENCES u(id) ON DELETE SET NULL, UNIQUE (a, b) ON CONFLICT IGNORE) STRICT, WITHOUT ROWID;)",
            R"(table t (id integer auto-increment; a; b text not-null; c) [primary in id (id); foreign in c (c) -> u(id) on-delete set-null; unique (a,b)] without-rowid)"},
        Case{
            lite,
            R"(CREATE TABLE "t" ('a' text, [b] int, `c` blob);)",
            R"(table t (a text; b int; c blob))"},
        Case{
            lite,
            R"(CREATE VIRTUAL TABLE f USING fts5(a, content='t');)",
            R"(table f virtual)"},
        Case{
            lite,
            R"(CREATE UNIQUE INDEX IF NOT EXISTS main.i ON t (a COLLATE NOCASE, lower(b), a + b) WHERE c IS NOT NULL;)",
            R"(index i unique (a,{lower(b)} cols b calls lower,{a + b} cols a,b) where {c IS NOT NULL} cols c on t schema main if-not-exists)"},
        Case{
            lite,
            R"(CREATE TEMP TRIGGER IF NOT EXISTS tr AFTER UPDATE OF a ON t BEGIN INSERT INTO log SELECT * FROM u; END;)",
            R"(trigger tr after on t if-not-exists of a reads u writes log)"},
        Case{
            lite,
            R"(ALTER TABLE t RENAME TO u;)",
            R"(alter table t: rename u;)"},
        Case{
            lite,
            R"(ALTER TABLE t RENAME a TO b;)",
            R"(alter table t: rename-column a b;)"},
        Case{
            lite,
            R"(ALTER TABLE t ADD COLUMN c text NOT NULL DEFAULT '';)",
            R"(alter table t: add c text not-null = {''};)"},
        Case{
            lite,
            R"(ALTER TABLE t DROP COLUMN c;)",
            R"(alter table t: drop c;)"},
        Case{
            lite,
            R"(PRAGMA foreign_keys = OFF;)",
            R"(none pragma foreign_keys)"},
        Case{
            lite,
            R"(INSERT OR REPLACE INTO t SELECT * FROM u;)",
            R"(insert writes t reads u)"}));

INSTANTIATE_TEST_SUITE_P(
    Tsql,
    Dialects,
    testing::Values(
        Case{
            ms,
            R"(CREATE TABLE [dbo].[t] ([id] [int] IDENTITY(1,1) NOT NULL, a nvarchar(max) NULL CONSTRAINT df DEFAULT (N''), CONSTRAINT [pk] PRIMARY KEY CLUSTERED ([id] ASC) WITH (PAD_INDEX = OFF) ON [PRIMARY], INDEX ix (a)) ON [PRIMARY])",
            R"(table dbo.t (id int not-null auto-increment; a nvarchar(max) null = {(N'')}) [primary named pk (id)] keys ix (a))"},
        Case{
            ms,
            R"(ALTER TABLE dbo.t ADD a int NOT NULL, b datetime2(7))",
            R"(alter table dbo.t: add a int not-null; add b datetime2(7);)"},
        Case{
            ms,
            R"(ALTER TABLE t ALTER COLUMN a bigint NULL)",
            R"(alter table t: modify a to a bigint null;)"},
        Case{
            ms,
            R"(ALTER TABLE t WITH CHECK ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES dbo.u (id))",
            R"(alter table t: add-constraint foreign named fk (a) -> dbo.u(id);)"},
        Case{
            ms,
            R"(ALTER TABLE t DROP CONSTRAINT a, COLUMN b)",
            R"(alter table t: drop-constraint named a; drop b;)"},
        Case{
            ms,
            R"(CREATE UNIQUE NONCLUSTERED INDEX i ON dbo.t (a ASC) INCLUDE (b) WHERE (c IS NOT NULL))",
            R"(index i unique (a) include b where {(c IS NOT NULL)} cols c on dbo.t)"},
        Case{ms, R"(DROP INDEX i ON t)", R"(drop index i on t)"},
        Case{
            ms,
            R"(CREATE OR ALTER VIEW v AS SELECT * FROM dbo.t)",
            R"(view v or-replace reads dbo.t)"},
        Case{
            ms,
            R"(EXEC sp_rename 'dbo.t.a', 'b', 'COLUMN')",
            R"(call calls sp_rename'dbo.t.a')"}));

INSTANTIATE_TEST_SUITE_P(
    ClickHouse,
    Dialects,
    testing::Values(
        Case{
            click,
            R"(CREATE TABLE IF NOT EXISTS db.t ON CLUSTER c (a UInt64, b Array(Nullable(String)) DEFAULT [] CODEC(ZSTD(1)), c DateTime64(3, 'UTC') TTL c + INTERVAL 1 DAY, INDEX i b TYPE bloom_filter GRANULARITY 1) ENGINE = MergeTree() PARTITION BY toYYYYMM(c) ORDER BY (a, b);)",
            R"(table db.t if-not-exists (a UInt64; b Array(Nullable(String)) = {[]}; c DateTime64(3, 'UTC')) keys i (b) partitioned other(c))"},
        Case{
            click,
            R"(CREATE TABLE t AS u ENGINE = Memory;)",
            R"(table t like u at 0 indexes defaults constraints)"},
        Case{
            click,
            R"(CREATE MATERIALIZED VIEW v TO db.t AS SELECT * FROM u;)",
            R"(matview v reads u to db.t)"},
        Case{
            click,
            R"(ALTER TABLE t ON CLUSTER c ADD COLUMN IF NOT EXISTS a Int32 AFTER b, MODIFY COLUMN c String, DROP COLUMN d, MODIFY TTL x;)",
            R"(alter table t: add a Int32 if-not-exists after b; modify c to c String; drop d; other modify ttl x;)"}));

} // namespace
} // namespace migcheck::ddl
