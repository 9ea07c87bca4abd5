-- Run by goose: up first, down later.
-- goose up and down
-- +goose Up
CREATE TABLE ants (id bigint PRIMARY KEY);
-- +goose Down
DROP TABLE ants;
