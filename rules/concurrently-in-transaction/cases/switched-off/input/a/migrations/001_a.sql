-- +goose NO TRANSACTION
-- +goose Up
CREATE INDEX CONCURRENTLY ants_legs ON ants (legs);

-- +goose Down
DROP INDEX CONCURRENTLY ants_legs;
