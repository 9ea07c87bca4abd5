export const allMigrations = [
  "001_users.pre.sql",
  "001_users.post.sql",
  "002_orders.mysql.sql",
  "002_orders.sqlite.sql",
  "003_items.up.sql",
  "003_items.down.sql",
];
