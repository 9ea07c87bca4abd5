package test

// AllMigrations is every migration, in order.
var AllMigrations = []string{
	"001_users.sql",
	"002_orders.sql",
}
