CREATE TABLE queue_1_2 (id bigint PRIMARY KEY);
