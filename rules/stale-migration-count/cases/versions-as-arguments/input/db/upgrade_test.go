package db

func TestUpgradeTo11(t *testing.T) {
	targetVersion := 11
	m.Migrate(11)
	require.Equal(t, 11, schemaVersion(t))
	startVersion := 10
	NewStore(t, Options{SchemaVersion: 11})
}

func TestStopsBeforeTheNewest(t *testing.T) {
	require.NoError(t, m.Migrate(11))
	require.Len(t, appliedMigrations(t), 11)
}
