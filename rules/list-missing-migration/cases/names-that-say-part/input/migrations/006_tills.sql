CREATE TABLE tills (id bigint PRIMARY KEY);
