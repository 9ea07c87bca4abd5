#include "model/version_scheme.hpp"

#include "layouts/timestamp.hpp"
#include "text/ascii.hpp"

namespace migcheck {
namespace {

constexpr std::size_t longest_sequence_number = 7;

void count(const Migration& migration, SchemeCounts& counts) {
  if (migration.kind == MigrationKind::repeatable) {
    return;
  }
  switch (scheme_of(version_digits(migration))) {
  case VersionScheme::sequence:
    ++counts.sequence;
    break;
  case VersionScheme::timestamp:
    ++counts.timestamp;
    break;
  case VersionScheme::other:
    ++counts.other;
    break;
  }
}

} // namespace

bool is_extension(const MigrationDirectory& directory) {
  return directory.prefix.ends_with("--");
}

std::string version_digits(const Migration& migration) {
  constexpr std::size_t day = 8;
  const std::string& version = migration.version;
  if (version.find('.') == day &&
      scheme_of(version.substr(0, day)) == VersionScheme::timestamp) {
    return version.substr(0, day);
  }
  std::string digits;
  for (const char c : migration.version_text) {
    if (is_digit(c)) {
      digits += c;
    } else if (c != '-' && c != '_') {
      return "";
    }
  }
  return digits;
}

VersionScheme scheme_of(const std::string& digits) {
  if (digits.empty()) {
    return VersionScheme::other;
  }
  if (digits.size() <= longest_sequence_number) {
    return VersionScheme::sequence;
  }
  // Diesel's names end in "-0000" besides a time.
  const bool stamp =
      read_timestamp(digits) ||
      (digits.size() == 18 && read_timestamp(digits.substr(0, 14)));
  return stamp ? VersionScheme::timestamp : VersionScheme::other;
}

SchemeCounts count_schemes(const MigrationDirectory& directory) {
  SchemeCounts counts;
  for (const Migration& migration : directory.migrations) {
    count(migration, counts);
  }
  for (const Migration& migration : directory.code) {
    count(migration, counts);
  }
  return counts;
}

std::size_t first_counted(const MigrationDirectory& directory) {
  for (std::size_t i = 0; i < directory.migrations.size(); ++i) {
    const Migration& migration = directory.migrations[i];
    if (!directory.baseline.empty() && migration.entry == directory.baseline) {
      return i;
    }
  }
  return 0;
}

} // namespace migcheck
