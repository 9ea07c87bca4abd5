-- migrate:up
CREATE TABLE bees (id bigint PRIMARY KEY);

-- migrate:down
DROP TABLE bees;
