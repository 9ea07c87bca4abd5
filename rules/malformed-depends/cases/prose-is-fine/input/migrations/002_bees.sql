-- depends on how many rows there are
CREATE TABLE bees (id bigint PRIMARY KEY);
