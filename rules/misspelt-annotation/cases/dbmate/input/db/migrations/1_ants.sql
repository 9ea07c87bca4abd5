-- migrate:up
CREATE TABLE ants (id bigint PRIMARY KEY);
-- Migrate:Down
DROP TABLE ants;
-- migrate:down
