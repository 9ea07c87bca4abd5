CREATE TABLE schema (id bigint PRIMARY KEY);
