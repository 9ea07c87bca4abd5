package db

func TestAll(t *testing.T) {
	migrations := load()
	require.Len(t, migrations, 11, "all migrations")
}
