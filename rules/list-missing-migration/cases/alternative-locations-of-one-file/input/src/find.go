package store

var allLocations = []string{
	"migrations/001_users.sql",
	"../migrations/001_users.sql",
	"../../migrations/001_users.sql",
	"/usr/share/app/migrations/001_users.sql",
}
