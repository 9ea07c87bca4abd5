CREATE TABLE index_1_2 (id bigint PRIMARY KEY);
