package test

func applyMigrations(db *DB) {
	steps := []string{
		"001_users.sql",
		"002_orders.sql",
		"005_tills.sql",
	}
	for _, step := range steps {
		db.Run("../migrations/" + step)
	}
}
