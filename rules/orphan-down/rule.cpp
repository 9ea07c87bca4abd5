// A down file without the migration that it undoes.
#include "check/rule.hpp"

#include "text/path_parts.hpp"
#include "text/printable.hpp"

#include <algorithm>

namespace migcheck::rules {
namespace {

bool has_version(
    const std::vector<Migration>& migrations, const Migration& down) {
  return std::any_of(
      migrations.begin(), migrations.end(), [&](const Migration& other) {
        return other.direction != Direction::down &&
               other.version == down.version;
      });
}

// A file that is not read as a migration, for its name, and may be what this
// one undoes.
bool may_be_skipped(
    const MigrationDirectory& directory, const Migration& down) {
  return std::any_of(
      directory.skipped.begin(),
      directory.skipped.end(),
      [&](const SkippedEntry& entry) {
        return entry.verdict != NameVerdict::companion &&
               last_part(entry.path).find(down.version) !=
                   std::string_view::npos;
      });
}

std::string help(const Migration& down, bool retired) {
  const auto found = down.entry.find(".down.");
  if (retired) {
    return "its migration is retired: retire or delete this file too";
  }
  if (found == std::string::npos) {
    return "write the migration that it undoes, or delete it";
  }
  std::string up = down.entry;
  up.replace(found, 6, ".up.");
  return "write " + quoted(up) + ", or delete this file";
}

void check(
    const Project&, const MigrationDirectory& directory, Findings& findings) {
  if (directory.archived) {
    return;
  }
  for (const Migration& migration : directory.migrations) {
    if (migration.direction != Direction::down ||
        has_version(directory.migrations, migration) ||
        has_version(directory.code, migration) ||
        may_be_skipped(directory, migration)) {
      continue;
    }
    const bool retired = has_version(directory.retired, migration);
    Diagnostic& finding = findings.report(
        {migration.path, {}},
        quoted(migration.entry) + " undoes a migration that is not there");
    finding.help = help(migration, retired);
    finding.data = {
        {"directory", directory.path},
        {"file", migration.path},
        {"version", migration.version}};
    finding.identity = {directory.path, migration.entry};
  }
}

} // namespace

extern const Rule orphan_down;
const Rule orphan_down = {
    .info =
        {.name = "orphan-down",
         .summary = "a down file without its up file",
         .severity = Severity::error},
    .check_directory = check};

} // namespace migcheck::rules
