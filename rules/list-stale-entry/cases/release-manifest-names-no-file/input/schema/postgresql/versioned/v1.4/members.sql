CREATE TABLE members_1_4 (id bigint PRIMARY KEY);
