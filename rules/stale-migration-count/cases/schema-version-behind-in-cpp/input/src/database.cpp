const int Database::kSchemaVersion = 22;

namespace {
constexpr int kMinSupportedSchemaVersion = 10;
constexpr int kDeviceSchemaVersion = 6;
}  // namespace
