package main

//go:embed db/migrations/*.sql
var files embed.FS

func main() {
	goose.SetBaseFS(files)
	goose.Up(db, "db/migrations")
}
