package db

const latestSchemaVersion = 11
