CREATE TABLE step2 (id bigint PRIMARY KEY);
