CREATE TABLE add_problems_1_10 (id bigint PRIMARY KEY);
