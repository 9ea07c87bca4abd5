// migcheck: list(subset) the dump holds the first ones
export const allMigrations = [
  "003_stock.sql",
  "004_prices.sql",
];
