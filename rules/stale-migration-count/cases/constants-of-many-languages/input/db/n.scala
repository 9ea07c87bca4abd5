val LatestSchemaVersion: Int = 11
