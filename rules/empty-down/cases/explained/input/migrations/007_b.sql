-- +goose Up
CREATE TABLE b (id bigint PRIMARY KEY);
-- +goose Down
-- Irreversible: the rows are gone.
