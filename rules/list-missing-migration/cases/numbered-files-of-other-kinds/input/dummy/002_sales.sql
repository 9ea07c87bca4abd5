CREATE TABLE sales (id bigint PRIMARY KEY);
