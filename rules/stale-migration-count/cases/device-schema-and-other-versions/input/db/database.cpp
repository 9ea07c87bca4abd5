constexpr int kDeviceSchemaVersion = 11;
constexpr int kApiVersion = 11;
constexpr int kCacheSchemaVersion = 11;
constexpr int kMigrationTimeoutSeconds = 11;
constexpr int kMaxMigrationRetries = 11;
constexpr int kMigrationBatchSize = 11;
const char* kPackageVersion = "11";
