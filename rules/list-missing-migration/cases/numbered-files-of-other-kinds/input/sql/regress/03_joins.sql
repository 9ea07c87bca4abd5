CREATE TABLE joins (id bigint PRIMARY KEY);
