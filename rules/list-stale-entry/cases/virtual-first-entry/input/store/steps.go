package store

var AllSteps = []Step{
	{Name: "000_empty"},
	{Name: "001_users"},
	{Name: "002_orders"},
	{Name: "003_items"},
	{Name: "004_stock"},
}
