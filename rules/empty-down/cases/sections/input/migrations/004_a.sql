-- +goose Up
CREATE TABLE a4 (id bigint PRIMARY KEY);
-- +goose Down
DROP TABLE a4;
