// One new name among many that are lower case with "_", and it is not.
#include "check/rule.hpp"

#include "model/version_scheme.hpp"
#include "text/path_parts.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <set>

namespace migcheck::rules {
namespace {

constexpr std::size_t fewest_names = 8;

// The part of a name that people choose: without the runner's own prefix,
// endings, and the parts of a date.
std::string_view chosen_part(const Migration& migration) {
  std::string_view name = last_part(migration.entry);
  const std::size_t at = name.find(migration.version_text);
  if (at == std::string_view::npos || migration.version_text.empty()) {
    return name.substr(0, name.find(".sql"));
  }
  name.remove_prefix(at + migration.version_text.size());
  // Behind a dot stand a direction, a stage or a database: ".pre", ".mysql".
  return name.substr(0, name.find('.'));
}

bool is_snake_case(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

// The lockfile of the directory, when there is one.
const Lockfile*
lockfile_of(const Project& project, const MigrationDirectory& directory) {
  for (std::size_t i = 0;
       i < project.directories.size() && i < project.lockfiles.size();
       ++i) {
    if (&project.directories[i] == &directory) {
      return project.lockfiles[i].present ? &project.lockfiles[i] : nullptr;
    }
  }
  return nullptr;
}

void check(
    const Project& project,
    const MigrationDirectory& directory,
    Findings& findings) {
  if (directory.archived || !directory.manifests.empty() ||
      directory.migrations.size() < fewest_names) {
    return;
  }
  std::vector<const Migration*> odd;
  for (const Migration& migration : directory.migrations) {
    if (migration.direction != Direction::down &&
        !is_snake_case(chosen_part(migration))) {
      odd.push_back(&migration);
    }
  }
  const std::size_t most =
      std::max<std::size_t>(1, directory.migrations.size() / 10);
  if (odd.empty() || odd.size() > most) {
    return;
  }
  std::set<std::string_view> locked;
  if (const Lockfile* lockfile = lockfile_of(project, directory)) {
    for (const LockLine& line : lockfile->lines) {
      locked.insert(line.entry);
    }
  }
  for (const Migration* migration : odd) {
    if (locked.contains(migration->entry)) {
      continue;
    }
    Diagnostic& finding = findings.report(
        {migration->path, {}},
        quoted(migration->entry) +
            " is not written like the other names, in lower case with \"_\"");
    finding.help = "rename it before it is applied anywhere";
    finding.data = {{"directory", directory.path}, {"file", migration->path}};
    finding.identity = {directory.path, migration->entry};
  }
}

} // namespace

extern const Rule inconsistent_name_style;
const Rule inconsistent_name_style = {
    .info =
        {.name = "inconsistent-name-style",
         .summary = "a new name is written unlike all others",
         .severity = Severity::warning,
         .needs = Needs::lockfile},
    .check_directory = check};

} // namespace migcheck::rules
