CREATE TABLE nests (id bigint PRIMARY KEY);
