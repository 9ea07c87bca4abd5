CREATE TABLE step (id bigint PRIMARY KEY);
