CREATE TABLE upsert (id bigint PRIMARY KEY);
