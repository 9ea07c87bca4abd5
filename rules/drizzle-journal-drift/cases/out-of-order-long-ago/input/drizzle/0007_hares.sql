CREATE TABLE hares (id bigint PRIMARY KEY);
