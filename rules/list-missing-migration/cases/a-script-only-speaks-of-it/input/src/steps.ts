export const allMigrations = [
  "001_users.sql",
  "002_orders.sql",
  "003_stock.sql",
];
