CREATE TABLE dogs (id bigint PRIMARY KEY);
