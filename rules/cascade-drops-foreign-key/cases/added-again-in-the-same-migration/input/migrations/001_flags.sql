-- +goose Up
CREATE TABLE flags (key text PRIMARY KEY);
CREATE TABLE rules (id bigint PRIMARY KEY, flag text REFERENCES flags);

-- +goose Down
DROP TABLE rules;
DROP TABLE flags;
