// Two migrations with one version, compared as their runner compares.
#include "check/rule.hpp"

#include "check/repeats.hpp"
#include "check/shared_versions.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <map>

namespace migcheck::rules {
namespace {

void report(
    const MigrationDirectory& directory,
    const MigrationGroup& group,
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
  finding.identity = {directory.path, last.version};
  finding.parts = files;
  finding.data = {
      {"directory", directory.path},
      {"version", last.version},
      {"files", std::move(files)}};
}

// A runner reads what lies before a baseline too, and stops at it.
MigrationGroup counted(const MigrationDirectory& directory) {
  MigrationGroup all;
  all.reserve(directory.migrations.size() + directory.code.size());
  for (const auto* migrations : {&directory.migrations, &directory.code}) {
    for (const Migration& migration : *migrations) {
      if (takes_version(migration)) {
        all.push_back(&migration);
      }
    }
  }
  return all;
}

using Groups = std::map<VersionKey, MigrationGroup>;

// "01-accounts.sql", "01-audit.sql", "02-users.sql", "02-roles.sql": where most
// files share several numbers, these are stages and no versions.
bool are_stages(const Groups& groups, std::size_t all) {
  constexpr std::size_t fewest = 6;
  std::size_t shared = 0;
  std::size_t stages = 0;
  for (const auto& [key, group] : groups) {
    shared += group.size() > 1 ? group.size() : 0;
    stages += group.size() > 1 ? 1 : 0;
  }
  return all >= fewest && stages > 1 && shared * 4 >= all * 3;
}

// A list in the program by which it runs all that it has, in that order: where
// it stands, and not its number, makes a migration what it is.
bool is_runner(const MigrationList& list, const MigrationDirectory& directory) {
  const bool code =
      list.shape == ListShape::array || list.shape == ListShape::struct_array ||
      list.shape == ListShape::map || list.shape == ListShape::imports ||
      list.shape == ListShape::calls;
  return code && list.directory == &directory &&
         list.intent == Intent::complete && list.missing.empty() &&
         list.generated_by.empty() && !list.in_test;
}

bool has_own_runner(
    const Project& project, const MigrationDirectory& directory) {
  const bool by_names = directory.config == nullptr &&
                        (!layout(directory.layout).own_order ||
                         directory.layout == LayoutId::golang_migrate);
  return by_names && std::any_of(
                         project.lists.begin(),
                         project.lists.end(),
                         [&](const MigrationList& list) {
                           return is_runner(list, directory);
                         });
}

void check(
    const Project& project,
    const MigrationDirectory& directory,
    Findings& findings) {
  if (directory.archived || !directory.manifests.empty()) {
    return;
  }
  const MigrationGroup all = counted(directory);
  std::vector<VersionKey> keys;
  keys.reserve(all.size());
  for (const Migration* migration : all) {
    keys.push_back(version_key(*migration));
  }
  if (!has_repeats(keys)) {
    return;
  }
  Groups groups;
  for (const Migration* migration : all) {
    groups[version_key(*migration)].push_back(migration);
  }
  if ((!layout(directory.layout).own_order && are_stages(groups, all.size())) ||
      has_own_runner(project, directory)) {
    return;
  }
  for (const auto& [key, group] : groups) {
    if (group.size() > 1 && !may_share_version(directory, group)) {
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
