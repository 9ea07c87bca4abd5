package tools

const folder = "../migrations"

const file = `
CREATE TABLE orders (id bigint, customer text, status varchar(20), placed_at timestamptz);
`
