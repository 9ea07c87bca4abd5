CREATE TABLE post_orders (id bigint PRIMARY KEY);
