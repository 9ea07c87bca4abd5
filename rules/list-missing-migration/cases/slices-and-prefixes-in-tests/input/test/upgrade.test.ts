const first = ["001_users.sql", "002_orders.sql", "003_stock.sql"];
it("upgrades from 1.4", () => { for (const f of first) apply(f); });
const middle = ["002_orders.sql", "003_stock.sql", "004_prices.sql", "005_shops.sql"];
