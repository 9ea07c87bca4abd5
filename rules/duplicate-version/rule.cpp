// Two migrations with one version, compared as their runner compares.
#include "check/rule.hpp"

#include "text/printable.hpp"

#include <map>

namespace migcheck::rules {
namespace {

using Group = std::vector<const Migration*>;

void report(
    const MigrationDirectory& directory,
    const Group& group,
    Findings& findings) {
  std::vector<std::string> files;
  for (const Migration* migration : group) {
    files.push_back(migration->path);
  }
  const Migration& last = *group.back();
  Diagnostic& finding = findings.report(
      {last.path, {}},
      "version " + quoted(last.version_text) + " is used by " +
          std::to_string(group.size()) + " migrations");
  for (std::size_t i = 0; i + 1 < group.size(); ++i) {
    finding.related.push_back({{group[i]->path, {}}, "the same version"});
  }
  finding.help = "give the migration that was not released yet a version "
                 "above all others";
  finding.data = {
      {"directory", directory.path},
      {"version", last.version},
      {"files", std::move(files)}};
  finding.identity = {directory.path, last.version};
}

void check(
    const Project&, const MigrationDirectory& directory, Findings& findings) {
  std::map<std::pair<MigrationKind, std::string>, Group> groups;
  for (const Migration& migration : directory.migrations) {
    if (migration.kind != MigrationKind::repeatable) {
      groups[{migration.kind, migration.version}].push_back(&migration);
    }
  }
  for (const auto& [key, group] : groups) {
    if (group.size() > 1) {
      report(directory, group, findings);
    }
  }
}

} // namespace

extern const Rule duplicate_version;
const Rule duplicate_version = {
    .info =
        {.name = "duplicate-version",
         .summary = "two migrations have the same version",
         .severity = Severity::error},
    .check_directory = check};

} // namespace migcheck::rules
