-- +goose NO TRANSACTION
-- +goose Up
CREATE INDEX CONCURRENTLY ants_legs ON ants (legs);

-- +goose Down
CREATE TABLE a (id bigint PRIMARY KEY);
CREATE TABLE a (id bigint PRIMARY KEY);

