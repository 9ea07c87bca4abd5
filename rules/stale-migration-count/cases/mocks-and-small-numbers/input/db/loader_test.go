package db

func TestLoad(t *testing.T) {
	migrations := load(fake())
	require.Len(t, migrations, 3)
	require.Equal(t, 4, len(migrations))
	m := model.SchemaMigration{Version: 11, Up: true}
}

func TestPending(t *testing.T) {
	require.Len(t, pendingMigrations(), 11)
}
