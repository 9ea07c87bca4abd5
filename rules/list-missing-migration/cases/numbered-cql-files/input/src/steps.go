package steps

var AllMigrations = []string{"001_users.cql", "002_orders.cql", "003_items.cql"}
