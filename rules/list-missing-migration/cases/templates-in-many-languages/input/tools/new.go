package tools

const page = `{{range .Steps}}
	"001_users.sql",
	"002_orders.sql",
	"{{.}}",
{{end}}`
