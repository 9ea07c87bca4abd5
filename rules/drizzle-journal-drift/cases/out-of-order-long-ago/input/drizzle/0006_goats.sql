CREATE TABLE goats (id bigint PRIMARY KEY);
