package store

// AllMigrations is every migration, in order.
var AllMigrations = []string{
	"001_step1.sql",
	"003_step3.sql",
	"004_gone.sql",
}
