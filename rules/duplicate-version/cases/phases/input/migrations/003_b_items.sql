CREATE TABLE b_items (id bigint PRIMARY KEY);
