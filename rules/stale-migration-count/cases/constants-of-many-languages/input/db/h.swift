let latestMigrationVersion: Int = 11
