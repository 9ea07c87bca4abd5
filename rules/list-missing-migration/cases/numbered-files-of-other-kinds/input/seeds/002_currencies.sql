CREATE TABLE currencies (id bigint PRIMARY KEY);
