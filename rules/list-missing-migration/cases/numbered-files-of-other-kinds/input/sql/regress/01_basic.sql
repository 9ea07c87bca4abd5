CREATE TABLE basic (id bigint PRIMARY KEY);
