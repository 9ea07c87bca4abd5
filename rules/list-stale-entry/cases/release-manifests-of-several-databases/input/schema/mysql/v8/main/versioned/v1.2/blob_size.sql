CREATE TABLE blob_size_1_2 (id bigint PRIMARY KEY);
