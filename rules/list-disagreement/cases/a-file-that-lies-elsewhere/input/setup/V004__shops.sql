CREATE TABLE extensions (id bigint PRIMARY KEY);
