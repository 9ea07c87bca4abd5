-- +goose Up
CREATE TABLE a1 (id bigint PRIMARY KEY);
-- +goose Down
DROP TABLE a1;
