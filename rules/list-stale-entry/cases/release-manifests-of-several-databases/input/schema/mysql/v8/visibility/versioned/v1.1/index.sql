CREATE TABLE index_1_1 (id bigint PRIMARY KEY);
