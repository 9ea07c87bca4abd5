CREATE TABLE bundle (id bigint PRIMARY KEY);
