-- +goose Up
CREATE INDEX CONCURRENTLY ants_legs ON ants (legs);
CREATE TABLE a (id bigint PRIMARY KEY);

