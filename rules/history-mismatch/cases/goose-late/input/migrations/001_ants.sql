-- +goose Up
CREATE TABLE ants (id bigint PRIMARY KEY);

-- +goose Down
DROP TABLE ants;
