CREATE TABLE a_items (id bigint PRIMARY KEY);
