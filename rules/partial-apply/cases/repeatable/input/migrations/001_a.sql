-- +goose NO TRANSACTION
-- +goose Up
SET lock_timeout = 1;
CREATE INDEX CONCURRENTLY IF NOT EXISTS ants_legs ON ants (legs);
CREATE INDEX CONCURRENTLY ants_legs ON ants (legs);

