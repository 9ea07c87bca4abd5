package tools

func TestSplit(t *testing.T) {
	require.Equal(t, "CREATE TABLE orders (id bigint, customer text, status varchar(20), placed_at timestamptz);", split()[0])
}
