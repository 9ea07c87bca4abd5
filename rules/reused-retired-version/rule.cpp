// A live migration under the version of a retired one.
#include "check/rule.hpp"

#include "text/printable.hpp"

#include <unordered_map>

namespace migcheck::rules {
namespace {

using ByVersion = std::unordered_map<std::string_view, const Migration*>;

// The retired migrations by version; of several the first by name.
ByVersion retired_versions(const MigrationDirectory& directory) {
  ByVersion versions;
  for (const Migration& migration : directory.retired) {
    if (!migration.version.empty()) {
      versions.emplace(migration.version, &migration);
    }
  }
  return versions;
}

void report(
    const MigrationDirectory& directory,
    const Migration& live,
    const Migration& retired,
    Findings& findings) {
  Diagnostic& finding = findings.report(
      {live.path, {}},
      "version " + quoted(live.version_text) + " of " + quoted(live.entry) +
          " was that of the retired " + quoted(retired.entry));
  finding.related.push_back({{retired.path, {}}, "retired here"});
  finding.help = "give it a version above all others: databases that applied "
                 "the retired migration take this one for applied";
  finding.data = {
      {"directory", directory.path},
      {"version", live.version},
      {"retired", retired.path}};
  finding.identity = {directory.path, live.version};
}

void check(
    const Project&, const MigrationDirectory& directory, Findings& findings) {
  if (!directory.manifests.empty()) {
    return; // a release has many files
  }
  const ByVersion retired = retired_versions(directory);
  for (const Migration& live : directory.migrations) {
    const auto found = live.kind == MigrationKind::versioned
                           ? retired.find(live.version)
                           : retired.end();
    if (found != retired.end()) {
      report(directory, live, *found->second, findings);
    }
  }
}

} // namespace

extern const Rule reused_retired_version;
const Rule reused_retired_version = {
    .info =
        {.name = "reused-retired-version",
         .summary = "a live migration takes a retired one's version",
         .severity = Severity::error},
    .check_directory = check};

} // namespace migcheck::rules
