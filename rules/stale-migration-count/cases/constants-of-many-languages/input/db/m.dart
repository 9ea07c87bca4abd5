const int latestSchemaVersion = 11;
