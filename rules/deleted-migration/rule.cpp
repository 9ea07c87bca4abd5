// A migration that the lockfile holds and the directory does not.
#include "check/rule.hpp"

#include "layouts/retired_name.hpp"
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
  for (const LockLine* line : found.deleted) {
    Diagnostic& finding = findings.report(
        {lockfile.path, line->span},
        "the locked migration " + quoted(line->entry) + " is not there");
    finding.help = "bring it back; to retire it, rename it to " +
                   quoted(line->entry + std::string(retired_ending)) +
                   " with its SQL as it is";
    finding.data = {
        {"directory", directory.path},
        {"entry", line->entry},
        {"lockfile", lockfile.path}};
    finding.identity = {directory.path, line->entry};
  }
}

} // namespace

extern const Rule deleted_migration;
const Rule deleted_migration = {
    .info =
        {.name = "deleted-migration",
         .summary = "a locked migration was deleted",
         .severity = Severity::error,
         .needs = Needs::lockfile},
    .check_lockfile = check};

} // namespace migcheck::rules
