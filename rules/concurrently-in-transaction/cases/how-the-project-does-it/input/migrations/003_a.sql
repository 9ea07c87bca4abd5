-- +goose Up
CREATE INDEX CONCURRENTLY ants_legs ON ants (legs);

