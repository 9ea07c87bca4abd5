// A migration that its directory's lockfile does not hold.
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
  for (const Migration* migration : found.unlocked) {
    Diagnostic& finding = findings.report(
        {migration->path, {}},
        quoted(migration->entry) + " is not in the lockfile");
    finding.help = "run `migcheck lock`, and commit what it writes";
    finding.data = {
        {"directory", directory.path},
        {"file", migration->path},
        {"lockfile", lockfile.path}};
    finding.identity = {directory.path, migration->entry};
  }
}

} // namespace

extern const Rule unlocked_migration;
const Rule unlocked_migration = {
    .info =
        {.name = "unlocked-migration",
         .summary = "a migration is not in the lockfile",
         .severity = Severity::error,
         .needs = Needs::lockfile},
    .check_lockfile = check};

} // namespace migcheck::rules
