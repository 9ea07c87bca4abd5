package test

const table = `
CREATE TABLE orders (
  id bigint PRIMARY KEY,
  customer text NOT NULL,
  status varchar(20) NOT NULL,
  placed_at timestamptz NOT NULL DEFAULT now()
);`

const more = "ALTER TABLE orders ADD COLUMN status_reason text"
