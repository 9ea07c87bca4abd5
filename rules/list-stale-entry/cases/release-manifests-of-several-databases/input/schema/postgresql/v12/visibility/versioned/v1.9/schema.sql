CREATE TABLE schema_1_9 (id bigint PRIMARY KEY);
