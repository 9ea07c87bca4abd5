class Loader {
    private static final int CURRENT_DB_VERSION = 3;
    private static final int SCHEMA_VERSION = 4;
}
