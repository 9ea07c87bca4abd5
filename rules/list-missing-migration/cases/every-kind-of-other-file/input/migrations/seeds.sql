CREATE TABLE seeds (id bigint PRIMARY KEY);
