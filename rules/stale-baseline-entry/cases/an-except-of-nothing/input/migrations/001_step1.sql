CREATE TABLE step1 (id bigint PRIMARY KEY);
