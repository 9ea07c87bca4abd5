CREATE TABLE emus (id bigint PRIMARY KEY);
