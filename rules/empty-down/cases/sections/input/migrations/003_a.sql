-- +goose Up
CREATE TABLE a3 (id bigint PRIMARY KEY);
-- +goose Down
DROP TABLE a3;
