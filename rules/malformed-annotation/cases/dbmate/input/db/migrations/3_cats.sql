-- migrate:up transaction:false
CREATE TABLE dogs (id bigint PRIMARY KEY);
-- migrate:down
