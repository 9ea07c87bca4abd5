// A locked migration that stands under another name now.
#include "check/rule.hpp"

#include "lock/compare.hpp"
#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

void check(
    const Project&,
    const MigrationDirectory& directory,
    const Lockfile& lockfile,
    Findings& findings) {
  if (!is_usable(lockfile)) {
    return;
  }
  const LockDifferences found = compare_with_lock(directory, lockfile);
  for (const LockedMigration& renamed : found.renamed) {
    const Migration& migration = *renamed.migration;
    Diagnostic& finding = findings.report(
        {migration.path, {}},
        quoted(migration.entry) + " was locked as " +
            quoted(renamed.line->entry));
    finding.related.push_back(
        {{lockfile.path, renamed.line->span}, "the name that was locked"});
    finding.help = "rename it back: databases that applied it know it by that "
                   "name";
    finding.data = {
        {"directory", directory.path},
        {"file", migration.path},
        {"entry", renamed.line->entry}};
    finding.identity = {directory.path, renamed.line->entry, migration.entry};
  }
}

} // namespace

extern const Rule renamed_migration;
const Rule renamed_migration = {
    .info =
        {.name = "renamed-migration",
         .summary = "a locked migration was renamed",
         .severity = Severity::error,
         .needs = Needs::lockfile},
    .check_lockfile = check};

} // namespace migcheck::rules
