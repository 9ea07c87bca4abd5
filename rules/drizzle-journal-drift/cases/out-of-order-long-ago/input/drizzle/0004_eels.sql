CREATE TABLE eels (id bigint PRIMARY KEY);
