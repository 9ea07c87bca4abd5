CREATE TABLE seed (id bigint PRIMARY KEY);
