ALTER TABLE orders ADD COLUMN status_reason text NOT NULL DEFAULT '';
