package up

func up(v int) {
	if v < 1 {
		run("001_users.sql")
		run("002_orders.sql")
	} else {
		run("002_orders.sql")
		run("003_items.sql")
	}
}
