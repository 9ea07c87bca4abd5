export const allMigrations = [
  "001_users.sql",
  "002_orders.sql",
  "002_stock.sql",
  "003_prices.sql",
];
