package store

var AllMigrations = []string{
	"001_users.sql",
	"002_orders.sql",
	// 003_stock.sql is no longer needed: 004 builds the table anew.
	"004_prices.sql",
	"005_shops.sql",
}
