export const allMigrations = [
  "V004__shops.sql",
  "001_users.sql",
  "002_orders.sql",
  "003_stock.sql",
];
