-- +goose Up
CREATE TABLE a6 (id bigint PRIMARY KEY);
-- +goose Down
DROP TABLE a6;
