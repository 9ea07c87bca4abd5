// Two branches that gave out one version: this one and what landed meanwhile.
#include "check/rule.hpp"

#include "check/against_base.hpp"
#include "check/shared_versions.hpp"
#include "text/printable.hpp"

#include <map>

namespace migcheck::rules {
namespace {

void report(
    const Project& project,
    const MigrationDirectory& directory,
    const Migration& added,
    const Migration& landed,
    Findings& findings) {
  const bool same_name = added.path == landed.path;
  Diagnostic& finding = findings.report(
      {added.path, {}},
      "version " + quoted(added.version_text) + " is taken by " +
          (same_name ? "another file of this name" : quoted(landed.entry)) +
          " on " + tip_label(project));
  finding.help = "give this migration a version above all that are there";
  finding.data = {
      {"directory", directory.path},
      {"version", added.version},
      {"file", added.path},
      {"taken_by", landed.path},
      {"base", project.base->ref},
      {"tip", project.base->tip}};
  finding.identity = {directory.path, added.version, added.entry};
}

void check(
    const Project& project,
    const MigrationDirectory& directory,
    Findings& findings) {
  const BaseDirectory* base = against_base(project, directory);
  if (base == nullptr || !directory.manifests.empty()) {
    return;
  }
  std::map<VersionKey, MigrationGroup> landed;
  for (const Migration* migration : base->landed) {
    if (takes_version(*migration)) {
      landed[version_key(*migration)].push_back(migration);
    }
  }
  for (const Migration* added : base->added) {
    const auto found = landed.find(version_key(*added));
    if (found == landed.end() || added->version.empty()) {
      continue;
    }
    for (const Migration* other : found->second) {
      if (!may_share_version(directory, {other, added})) {
        report(project, directory, *added, *other, findings);
        break;
      }
    }
  }
}

} // namespace

extern const Rule version_taken_on_base;
const Rule version_taken_on_base = {
    .info =
        {.name = "version-taken-on-base",
         .summary = "a new migration has a version that is taken on the base",
         .severity = Severity::error,
         .needs = Needs::base},
    .check_directory = check};

} // namespace migcheck::rules
