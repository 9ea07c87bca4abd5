// Statements that create, alter and drop, each with its kind.
#include "classify_case.hpp"

namespace migcheck::sql {
namespace {

using Case = DialectCase;

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
            "create index +concurrently +if_not_exists"},
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
            "create index"}));

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
            "ALTER TABLE t ALTER a TYPE date USING b, ALTER a SET DEFAULT "
            "now();",
            "alter table"},
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
        Case{pg, "ALTER TABLE t OWNER TO r;", "alter table +names_role"},
        Case{pg, "ALTER VIEW s.v OWNER TO r;", "alter view +names_role"},
        Case{pg, "ALTER TABLE t RENAME owner TO r;", "alter table +names_role"},
        Case{pg, "ALTER TABLE t RENAME \"owner\" TO r;", "alter table"},
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

} // namespace
} // namespace migcheck::sql
