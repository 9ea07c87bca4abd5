val allMigrations = listOf("000001_users.up.sql", "000002_orders.up.sql")
