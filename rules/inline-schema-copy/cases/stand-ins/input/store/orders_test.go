package store

// Never what the table was: a column less, SQLite's types, one renamed.
const few = `CREATE TABLE orders (id bigint PRIMARY KEY, customer text NOT NULL, status varchar(20));`
