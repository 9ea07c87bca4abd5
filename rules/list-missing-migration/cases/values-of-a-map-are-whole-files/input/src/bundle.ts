export const migrations = {
  "001_users.sql": `-- see 009_later.sql and 010_never.sql
INSERT INTO log VALUES ('004_x.sql'), ('005_y.sql');
CREATE TABLE users (id bigint PRIMARY KEY);`,
  "002_orders.sql": `CREATE TABLE orders (id bigint PRIMARY KEY);`,
  "003_items.sql": `CREATE TABLE items (id bigint PRIMARY KEY);`,
};
