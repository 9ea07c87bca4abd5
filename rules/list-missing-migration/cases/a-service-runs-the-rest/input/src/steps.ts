export const allMigrations = [
  "001_users.sql",
  "002_orders.sql",
  "003_stock.sql",
  "004_prices.sql",
  "005_shops.sql",
];
