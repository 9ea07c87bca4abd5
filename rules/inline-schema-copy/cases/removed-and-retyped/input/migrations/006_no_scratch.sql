ALTER TABLE orders DROP COLUMN scratch;
