package db

func TestAll(t *testing.T) {
	require.Equal(t, 12, len(applied))
	require.Equal(t, 13, schemaVersion())
}
