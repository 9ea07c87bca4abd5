-- +goose Up
/* The old form:
-- +goose Down
DROP TABLE ants; */
CREATE TABLE ants (id bigint PRIMARY KEY);
