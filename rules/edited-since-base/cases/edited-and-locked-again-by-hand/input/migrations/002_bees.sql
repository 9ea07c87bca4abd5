CREATE TABLE bees (id bigint PRIMARY KEY);
CREATE INDEX bees_id ON bees (id);
