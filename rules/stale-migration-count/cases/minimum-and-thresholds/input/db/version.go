package db

const (
	minSchemaVersion               = 11
	oldestMigration                = 9
	schemaVersionEncryptionKeys    = 11
	schemaVersionBeforePartitions  = 10
	baselineVersion                = 10
	previousSchemaVersion          = 11
)

func upgrade(version int) {
	if version < 11 {
		run()
	}
	if version == 10 {
		again()
	}
}
