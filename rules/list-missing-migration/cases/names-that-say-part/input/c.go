package c

// Only what existed before the first upgrade.
var seed = []string{"001_users.sql", "002_orders.sql", "003_stock.sql", "004_prices.sql", "005_shops.sql"}

var upgradeFromV1 = []string{"001_users.sql", "002_orders.sql", "003_stock.sql", "004_prices.sql", "005_shops.sql"}
