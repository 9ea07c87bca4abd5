-- migrate:up
CREATE TABLE cats (id bigint PRIMARY KEY);

-- migrate:down
DROP TABLE cats;
