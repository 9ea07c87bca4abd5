package store

const lite = `CREATE TABLE orders (id INTEGER PRIMARY KEY, customer TEXT, status TEXT, placed_at TEXT);`
