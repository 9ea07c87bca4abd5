package storage

var expectedVersions = map[Driver]uint{
	SQLite:      3,
	LibSQL:      2, // the same migrations as SQLite
	Postgres:    3,
	CockroachDB: 4,
}
