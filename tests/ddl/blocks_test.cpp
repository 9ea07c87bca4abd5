#include "ddl/cases.hpp"

namespace migcheck::ddl {
namespace {

constexpr Dialect pg = Dialect::postgresql;

class Blocks : public Statements {};

TEST_P(Blocks, SayWhatIsExpected) {
  check();
}

TEST_P(Blocks, SayTheSameWithBlanksAndComments) {
  check_spaced();
}

TEST_P(Blocks, MayBeCutAnywhere) {
  check_prefixes();
}

INSTANTIATE_TEST_SUITE_P(
    PostgreSql,
    Blocks,
    testing::Values(
        Case{
            pg,
            R"(DO $$ BEGIN CREATE TYPE mood AS ENUM ('a'); EXCEPTION WHEN duplicate_object THEN NULL; END $$;)",
            R"(do plpgsql calls enum | +tolerant type mood enum labels a)"},
        Case{
            pg,
            R"(DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'mood') THEN CREATE TYPE mood AS ENUM ('a'); ELSE ALTER TYPE mood ADD VALUE 'b'; END IF; CREATE TABLE t (a int); END $$;)",
            R"(do plpgsql reads pg_type calls enum,t | +if-missing type mood enum labels a | +conditional alter type mood add-value b | +table t (a integer))"},
        Case{
            pg,
            R"(DO $$ BEGIN IF EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 't' AND column_name = 'a') THEN ALTER TABLE public.t RENAME COLUMN a TO b; DROP TABLE z; END IF; END $$;)",
            R"(do plpgsql reads information_schema.columns | +if-present alter table public.t: rename-column a b; | +conditional drop table z)"},
        Case{
            pg,
            R"(DO $$ BEGIN IF to_regclass('public.t') IS NULL THEN CREATE TABLE t (a int); END IF; END $$;)",
            R"(do plpgsql calls to_regclass,t | +if-missing table t (a integer))"},
        Case{
            pg,
            R"(DO $$ BEGIN IF x > 1 THEN DROP TABLE t; END IF; END $$;)",
            R"(do plpgsql | +conditional drop table t)"},
        Case{
            pg,
            R"(DO $$ DECLARE r record; BEGIN FOR r IN SELECT * FROM pg_tables LOOP EXECUTE 'DROP TABLE IF EXISTS ' || quote_ident(r.tablename) || ' CASCADE'; END LOOP; END $$;)",
            R"(do plpgsql <loop drop table> reads pg_tables calls quote_ident)"},
        Case{
            pg,
            R"(DO $$ DECLARE n text; BEGIN n := 'events_' || to_char(now(), 'YYYY'); EXECUTE format('CREATE TABLE %I PARTITION OF events FOR VALUES FROM (%L) TO (%L)', n, a, b); EXECUTE format('CREATE INDEX %I ON %I (a)', 'idx_' || n, n); END $$;)",
            R"(do plpgsql <execute create table  events_* on events>; <execute create index  idx_events_* on events_*> calls to_char,now,format)"},
        Case{
            pg,
            R"(DO $$ BEGIN EXECUTE 'ALTER TABLE t ADD COLUMN ' || quote_ident('Abc') || ' int'; END $$;)",
            R"(do plpgsql calls quote_ident | +alter table t: add Abc integer;)"},
        Case{
            pg,
            R"(DO $$ BEGIN EXECUTE format('ALTER TABLE %I ADD COLUMN c int', x); EXECUTE v; EXECUTE 'SELECT 1' INTO y; END $$;)",
            R"(do plpgsql <execute alter column>; <execute ? other> calls format)"},
        Case{
            pg,
            R"(DO LANGUAGE plpgsql 'BEGIN CREATE TABLE a (b text DEFAULT ''x''); END';)",
            R"(do plpgsql calls a | +table a (b text = {'x'}))"},
        Case{
            pg,
            R"(DO LANGUAGE plpython3u $$ plpy.execute('x') $$;)",
            R"(do plpython3u <language ? other>)"},
        Case{
            pg,
            R"(DO $$ BEGIN PERFORM f(1); UPDATE t SET a = 1; CALL p(); GRANT SELECT ON t TO r; END $$;)",
            R"(do plpgsql writes t calls f,p | +grant table t to r)"},
        Case{
            pg,
            R"(DO $$ <<a>> DECLARE x int := 1; BEGIN WHILE x < 3 LOOP CREATE TABLE IF NOT EXISTS t (a int); x := x + 1; END LOOP; CASE x WHEN 1 THEN DROP TABLE u; ELSE NULL; END CASE; END a $$;)",
            R"(do plpgsql calls t | +conditional table t if-not-exists (a integer) | +conditional drop table u)"},
        Case{
            pg,
            R"(CREATE FUNCTION make(p text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE format('CREATE TABLE part_%s PARTITION OF t DEFAULT', p); DROP TABLE old; PERFORM g(p); END $$;)",
            R"(function make(p:text) signature text returns void language plpgsql does <execute create table  part_* on t>; <static drop table  old> calls format,g)"},
        Case{
            pg,
            R"(CREATE FUNCTION q() RETURNS void LANGUAGE sql AS 'CREATE TABLE x (a int); INSERT INTO y VALUES (1)';)",
            R"(function q() returns void language sql does <static create table  x> writes y calls x)"}));

} // namespace
} // namespace migcheck::ddl
