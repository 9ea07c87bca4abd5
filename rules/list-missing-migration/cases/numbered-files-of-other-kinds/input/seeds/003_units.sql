CREATE TABLE units (id bigint PRIMARY KEY);
