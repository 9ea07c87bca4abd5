CREATE TABLE terms (id bigint PRIMARY KEY);
