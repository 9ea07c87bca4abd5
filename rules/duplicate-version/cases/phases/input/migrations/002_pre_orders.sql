CREATE TABLE pre_orders (id bigint PRIMARY KEY);
