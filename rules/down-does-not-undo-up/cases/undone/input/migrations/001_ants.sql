-- +goose Up
CREATE TABLE ants (id bigint PRIMARY KEY, legs integer, CHECK (legs > 0));

-- +goose Down
DROP TABLE ants;
