-- +goose Up
CREATE TABLE a2 (id bigint PRIMARY KEY);
-- +goose Down
DROP TABLE a2;
