// The dump holds the first one.
export const allMigrations = [
  "002_orders.sql",
  "003_stock.sql",
  "004_prices.sql",
];
