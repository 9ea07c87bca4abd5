CREATE TABLE add_size_1_12 (id bigint PRIMARY KEY);
