object Db {
    const val SCHEMA_VERSION = 11
}
