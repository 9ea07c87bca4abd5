package db;

final class SchemaVersions {
    static int latestSchemaVersion() {
        return 11;
    }
}
