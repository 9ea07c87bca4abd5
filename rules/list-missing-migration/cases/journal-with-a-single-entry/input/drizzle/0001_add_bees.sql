CREATE TABLE add_bees (id bigint PRIMARY KEY);
