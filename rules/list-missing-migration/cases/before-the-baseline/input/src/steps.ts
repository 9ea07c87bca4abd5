export const allMigrations = ["004_stock.sql", "005_prices.sql"];
