package db

const latestSchemaVersion = 18446744073709551615
const currentSchemaVersion = 99999999999999999999999999
const maxSchemaVersion = 9223372036854775807
const latestMigration = 0x0B
const newestMigration = -11
const headMigration = 11 * 1
