// A migration whose content is not what was locked.
#include "check/rule.hpp"

#include "lock/compare.hpp"
#include "lock/edit.hpp"
#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

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
      {migration.path, edit_place(locked.comparison, migration.file)},
      quoted(migration.entry) + " was edited after it was locked: " +
          what_differs(locked.comparison, migration.file));
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
  // Who accepts this edit accepts no other one.
  finding.identity = {
      directory.path, migration.entry, content_name(migration.file)};
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
