 -- +goose Up
-- +goose Up
CREATE TABLE ants (id bigint PRIMARY KEY);
-- +goose StatementEnd
-- +goose Up
ALTER TABLE ants ADD legs int

-- +goose Down -- never
-- +goose Down
DROP TABLE ants;
-- +goose Down
