CREATE TABLE step3 (id bigint PRIMARY KEY);
