CREATE TABLE step4 (id bigint PRIMARY KEY);
