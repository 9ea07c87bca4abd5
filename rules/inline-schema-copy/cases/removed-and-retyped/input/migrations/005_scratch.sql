ALTER TABLE orders ADD COLUMN scratch int;
