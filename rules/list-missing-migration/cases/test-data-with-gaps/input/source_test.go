package source

var allFiles = []string{
	"testdata/migrations/001_users.sql",
	"testdata/migrations/002_orders.sql",
	"testdata/migrations/003_items.sql",
	"testdata/migrations/004_stock.sql",
}
