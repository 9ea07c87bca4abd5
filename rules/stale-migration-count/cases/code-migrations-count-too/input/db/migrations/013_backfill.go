package migrations

func init() { goose.AddMigration(up013, down013) }
