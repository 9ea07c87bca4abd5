CREATE TABLE schema_1_0 (id bigint PRIMARY KEY);
