-- +goose Up
CREATE TABLE other (id bigint PRIMARY KEY);
-- +goose Down
DROP TABLE other;
