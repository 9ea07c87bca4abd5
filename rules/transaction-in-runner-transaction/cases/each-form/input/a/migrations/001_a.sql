-- +goose Up
BEGIN;
CREATE TABLE a (id bigint PRIMARY KEY);
COMMIT;
