package db

const SchemaVersion = 13
const MigrationCount = 12
