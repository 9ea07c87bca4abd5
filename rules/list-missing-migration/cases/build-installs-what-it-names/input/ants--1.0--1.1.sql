CREATE TABLE ants__________ (id bigint PRIMARY KEY);
