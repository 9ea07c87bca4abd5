-- +goose Up
CREATE TABLE bees (id bigint PRIMARY KEY);

-- +goose Down
DROP TABLE bees;
