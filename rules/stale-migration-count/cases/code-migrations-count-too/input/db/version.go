package migrations

const latestSchemaVersion = 13
