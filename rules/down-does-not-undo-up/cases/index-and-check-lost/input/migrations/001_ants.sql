-- +goose Up
CREATE TABLE ants (id bigint PRIMARY KEY, legs integer CHECK (legs > 0));
CREATE INDEX ants_legs ON ants (legs);

-- +goose Down
DROP TABLE ants;
