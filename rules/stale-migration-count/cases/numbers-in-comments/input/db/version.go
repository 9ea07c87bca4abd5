package db

// latestSchemaVersion = 11
/* const SCHEMA_VERSION = 11 */
var note = "latestSchemaVersion = 11"
