CREATE TABLE structure (id bigint PRIMARY KEY);
