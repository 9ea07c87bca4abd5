export const SKIPPED = ["002_orders.sql", "004_stock.sql", "006_tills.sql"];
