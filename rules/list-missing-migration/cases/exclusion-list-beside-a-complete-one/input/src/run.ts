const SKIP_ON_REPLICAS = new Set(["002_orders.sql", "004_stock.sql"]);
export const allMigrations = ["001_users.sql", "003_items.sql", "005_prices.sql"];
