package db

const schemaVersion = 11
