package db

const latestSchemaVersion = 12
const sentinelVersion = 9999
