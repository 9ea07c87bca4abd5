package store

// AllMigrations is every migration, in order.
var AllMigrations = []string{
	"001_step1.sql",
	"002_step2.sql",
	"003_step3.sql",
}
