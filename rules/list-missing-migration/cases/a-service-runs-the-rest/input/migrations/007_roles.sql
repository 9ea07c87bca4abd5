CREATE TABLE roles (id bigint PRIMARY KEY);
