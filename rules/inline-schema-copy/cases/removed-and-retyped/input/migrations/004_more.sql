ALTER TABLE orders RENAME COLUMN customer TO customer_name;
ALTER TABLE orders ALTER COLUMN status TYPE text;
