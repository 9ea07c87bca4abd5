CREATE TABLE mites (id bigint PRIMARY KEY);
