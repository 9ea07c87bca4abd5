-- migrate:up transaction:false
CREATE TABLE a (id bigint PRIMARY KEY);
CREATE TABLE a (id bigint PRIMARY KEY);
-- migrate:down
