-- +goose Up
CREATE TABLE a5 (id bigint PRIMARY KEY);
-- +goose Down
DROP TABLE a5;
