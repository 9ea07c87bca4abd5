CREATE TABLE members_1_10 (id bigint PRIMARY KEY);
