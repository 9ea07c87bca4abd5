// A migration whose content is not what was locked.
#include "check/rule.hpp"

#include "lock/compare.hpp"
#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

std::string what_differs(const LockedMigration& locked) {
  const LockComparison& comparison = locked.comparison;
  switch (comparison.verdict) {
  case LockVerdict::line_endings:
    return "only its line ends differ";
  case LockVerdict::comments:
    return "only blanks and comments differ";
  default:
    break;
  }
  const std::size_t count = locked.migration->file.statements.size();
  if (!comparison.statement) {
    return "its SQL differs";
  }
  if (*comparison.statement >= count) {
    return "statements were removed after statement " + std::to_string(count);
  }
  return "statement " + std::to_string(*comparison.statement + 1) +
         " is the first that differs";
}

Span place_of(const LockedMigration& locked) {
  const auto& statement = locked.comparison.statement;
  const auto& statements = locked.migration->file.statements;
  return statement && *statement < statements.size()
             ? statements[*statement].span
             : Span{};
}

void report(
    const MigrationDirectory& directory,
    const Lockfile& lockfile,
    const LockedMigration& locked,
    Findings& findings) {
  const Migration& migration = *locked.migration;
  const LockVerdict verdict = locked.comparison.verdict;
  const bool sql = verdict == LockVerdict::sql;
  Diagnostic& finding = findings.report(
      sql ? Severity::error : Severity::warning,
      {migration.path, place_of(locked)},
      quoted(migration.entry) +
          " was edited after it was locked: " + what_differs(locked));
  finding.related.push_back(
      {{lockfile.path, locked.line->span}, "as it was locked"});
  finding.help =
      sql ? "restore it and put the change into a new migration; a deliberate "
            "edit is recorded by `migcheck lock --amend FILE --reason TEXT`"
          : "restore it, or record the edit with `migcheck lock --amend FILE "
            "--reason TEXT`";
  finding.data = {
      {"directory", directory.path},
      {"file", migration.path},
      {"verdict", std::string(verdict_name(verdict))}};
  finding.identity = {directory.path, migration.entry};
}

void check(
    const Project&,
    const MigrationDirectory& directory,
    const Lockfile& lockfile,
    Findings& findings) {
  if (!is_usable(lockfile)) {
    return;
  }
  const LockDifferences found = compare_with_lock(directory, lockfile);
  for (const LockedMigration& locked : found.kept) {
    if (locked.comparison.verdict != LockVerdict::same) {
      report(directory, lockfile, locked, findings);
    }
  }
}

} // namespace

extern const Rule edited_migration;
const Rule edited_migration = {
    .info =
        {.name = "edited-migration",
         .summary = "a migration was edited after it was locked",
         .severity = Severity::error,
         .needs = Needs::lockfile},
    .check_lockfile = check};

} // namespace migcheck::rules
