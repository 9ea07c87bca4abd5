CREATE TABLE taxes (id bigint PRIMARY KEY);
