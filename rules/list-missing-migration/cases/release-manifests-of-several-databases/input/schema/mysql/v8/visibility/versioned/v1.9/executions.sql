CREATE TABLE executions_1_9 (id bigint PRIMARY KEY);
