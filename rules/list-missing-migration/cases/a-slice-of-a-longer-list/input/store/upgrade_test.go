package store

func TestUpgradeFromTwo(t *testing.T) {
	old := []string{"001_users.sql", "002_orders.sql"}
	for _, name := range old {
		apply(t, name)
	}
	upgrade(t)
}
