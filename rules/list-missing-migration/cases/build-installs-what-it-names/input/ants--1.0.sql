CREATE TABLE ants_____ (id bigint PRIMARY KEY);
