CREATE TABLE orders_new (id bigint);
INSERT INTO orders_new SELECT id FROM orders;
DROP TABLE orders;
ALTER TABLE orders_new RENAME TO orders;
CREATE TEMP TABLE seen (id int);
