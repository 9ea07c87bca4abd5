CREATE TABLE bees (id bigint PRIMARY KEY);
