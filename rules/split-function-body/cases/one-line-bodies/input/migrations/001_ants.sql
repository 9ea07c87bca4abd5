-- +goose Up
CREATE FUNCTION f() RETURNS int AS $$ BEGIN RETURN 1; END; $$ LANGUAGE plpgsql;
CREATE TABLE a (
  -- six;
  b int); CREATE TABLE c ();
