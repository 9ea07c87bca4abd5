-- +goose Up
CREATE TABLE cats (id bigint PRIMARY KEY);

-- +goose Down
DROP TABLE cats;
