package test

var Migrations = []string{
	"001_ants.sql",
	"002_bees.sql",
}
