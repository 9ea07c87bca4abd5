// Timestamps and sequence numbers side by side: whatever number comes next, it
// sorts before all timestamps.
#include "check/rule.hpp"

#include "model/version_scheme.hpp"
#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

// The last sequence number and the first timestamp, in the runner's order.
struct Ends {
  const Migration* number = nullptr;
  const Migration* stamp = nullptr;
};

Ends ends_of(const MigrationDirectory& directory) {
  Ends ends;
  for (std::size_t i = first_counted(directory);
       i < directory.migrations.size();
       ++i) {
    const Migration& migration = directory.migrations[i];
    const VersionScheme scheme = scheme_of(version_digits(migration));
    if (scheme == VersionScheme::sequence) {
      ends.number = &migration;
    } else if (scheme == VersionScheme::timestamp && ends.stamp == nullptr) {
      ends.stamp = &migration;
    }
  }
  return ends;
}

void check(
    const Project&, const MigrationDirectory& directory, Findings& findings) {
  const SchemeCounts counts = count_schemes(directory);
  // One number before all timestamps is a first schema.
  if (directory.archived || counts.sequence < 2 || counts.timestamp == 0) {
    return;
  }
  const Ends ends = ends_of(directory);
  if (ends.number == nullptr || ends.stamp == nullptr) {
    return;
  }
  const bool few_stamps = counts.timestamp < counts.sequence;
  const Migration& odd = few_stamps ? *ends.stamp : *ends.number;
  const Migration& usual = few_stamps ? *ends.number : *ends.stamp;
  Diagnostic& finding = findings.report(
      {odd.path, {}},
      few_stamps
          ? quoted(odd.entry) + " has a timestamp, " +
                std::to_string(counts.sequence) + " others a sequence number"
          : quoted(odd.entry) + " has a sequence number, " +
                std::to_string(counts.timestamp) + " others a timestamp");
  finding.related.push_back({{usual.path, {}}, "the other kind"});
  finding.help = "go on with one kind: a sequence number sorts before every "
                 "timestamp, however late it was written";
  finding.data = {
      {"directory", directory.path},
      {"sequence_numbers", static_cast<std::int64_t>(counts.sequence)},
      {"timestamps", static_cast<std::int64_t>(counts.timestamp)}};
  finding.identity = {directory.path};
}

} // namespace

extern const Rule mixed_version_scheme;
const Rule mixed_version_scheme = {
    .info =
        {.name = "mixed-version-scheme",
         .summary = "timestamps and sequence numbers in one directory",
         .severity = Severity::warning},
    .check_directory = check};

} // namespace migcheck::rules
