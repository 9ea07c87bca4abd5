package store

var AllSteps = []Step{
	{Name: "001_users"},
	{Name: "002_orders"},
	{Name: "kv_move"},
	{Name: "003_items"},
	{Name: "004_stock"},
}
