package steps

// migcheck: list(subset) prices belong to the shop
var AllMigrations = []string{"001_users.sql", "002_orders.sql", "003_items.sql", "004_stock.sql"}
