CREATE TABLE metadata_1_10 (id bigint PRIMARY KEY);
