-- +goose Up
ALTER TABLE ants DROP COLUMN legs;
CREATE TABLE nests (id bigint PRIMARY KEY);

-- +goose Down
ALTER TABLE ants ADD COLUMN legs bigint;
