-- A licence.

-- +goose Up
CREATE TABLE ants (id bigint PRIMARY KEY); -- six legs
-- +goose Down
DROP TABLE ants;
