CREATE TABLE frogs (id bigint PRIMARY KEY);
