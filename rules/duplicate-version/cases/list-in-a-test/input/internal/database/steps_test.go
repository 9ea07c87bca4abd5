package database

var steps = []step{
	{file: "migrations/0000_create.up.sql", transactional: true},
	{file: "migrations/0000_insert.up.sql", transactional: true},
	{file: "migrations/0001_ants.up.sql", transactional: true},
	{file: "migrations/0002_bees.up.sql", transactional: true},
}
