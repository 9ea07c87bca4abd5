CREATE TABLE in_one (id bigint PRIMARY KEY);
