CREATE TABLE add_attributes_1_11 (id bigint PRIMARY KEY);
