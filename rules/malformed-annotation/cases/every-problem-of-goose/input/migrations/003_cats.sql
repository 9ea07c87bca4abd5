
CREATE TABLE cats (id bigint PRIMARY KEY);
-- +goose Up
DROP TABLE cats;
