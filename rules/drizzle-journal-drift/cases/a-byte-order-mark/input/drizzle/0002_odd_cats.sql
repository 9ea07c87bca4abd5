CREATE TABLE cats (id bigint PRIMARY KEY);
