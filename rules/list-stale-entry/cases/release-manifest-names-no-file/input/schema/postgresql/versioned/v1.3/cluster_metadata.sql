CREATE TABLE cluster_metadata_1_3 (id bigint PRIMARY KEY);
