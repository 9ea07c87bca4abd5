ALTER TABLE products ADD COLUMN price bigint;
