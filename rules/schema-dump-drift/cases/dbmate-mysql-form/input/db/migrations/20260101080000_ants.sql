-- migrate:up
CREATE TABLE ants (id bigint PRIMARY KEY);

-- migrate:down
DROP TABLE ants;
