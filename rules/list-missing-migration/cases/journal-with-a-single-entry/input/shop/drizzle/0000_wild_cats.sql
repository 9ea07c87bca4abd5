CREATE TABLE wild_cats (id bigint PRIMARY KEY);
