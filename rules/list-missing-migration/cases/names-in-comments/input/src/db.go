package db

// AllMigrations used to be a list:
//	"001_users.sql",
//	"002_orders.sql",
//	"003_items.sql",
/* []string{"001_users.sql", "002_orders.sql"} */
//go:embed migrations/*.sql
var files embed.FS
