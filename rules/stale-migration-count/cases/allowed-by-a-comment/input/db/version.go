package db

// migcheck: allow(stale-migration-count) released with the next version
const latestSchemaVersion = 11
