CREATE TABLE combined_1_11 (id bigint PRIMARY KEY);
