package store

const other = `CREATE TABLE shop.orders (id bigint, customer text, status varchar(20), placed_at timestamptz);`

const temporary = `CREATE TEMP TABLE orders (id bigint, customer text, status varchar(20), placed_at timestamptz);`

const notes = `CREATE TABLE notes (id bigint, body text);`
