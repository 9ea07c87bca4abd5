CREATE TABLE bees (id bigint PRIMARY KEY);
-- migrate:up
CREATE TABLE cats (id bigint PRIMARY KEY);
-- migrate:down
-- migrate:down
