package store

func TestPricesAreKept(t *testing.T) {
	for _, name := range []string{"001_users.sql", "002_orders.sql", "003_items.sql", "004_stock.sql"} {
		run(t, "../migrations/"+name)
	}
	insertPrices(t)
	run(t, "../migrations/005_prices.sql")
}
