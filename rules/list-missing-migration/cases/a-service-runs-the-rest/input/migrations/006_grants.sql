CREATE TABLE grants (id bigint PRIMARY KEY);
