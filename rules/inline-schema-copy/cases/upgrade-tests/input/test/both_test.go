package test

const a = `
CREATE TABLE orders (
  id bigint PRIMARY KEY,
  customer text NOT NULL,
  status varchar(20) NOT NULL,
  placed_at timestamptz NOT NULL DEFAULT now()
);`

const b = `
CREATE TABLE orders (
  id bigint PRIMARY KEY,
  customer text NOT NULL,
  status varchar(20) NOT NULL,
  placed_at timestamptz NOT NULL DEFAULT now(),
  status_reason text
);`
