// A migration that the base has under another name.
#include "check/rule.hpp"

#include "check/against_base.hpp"
#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

void report(
    const MigrationDirectory& directory,
    const RenamedMigration& renamed,
    const Kept& kept,
    Findings& findings) {
  const Migration& now = *renamed.now;
  const Migration& then = *renamed.then;
  Diagnostic& finding = findings.report(
      {now.path, {}},
      quoted(now.entry) + " is " + quoted(then.entry) + " on " + kept.label);
  finding.help = "rename it back: databases that applied it know it by that "
                 "name";
  finding.data = {
      {"directory", directory.path},
      {"file", now.path},
      {"was", then.path},
      {"base", kept.base->ref},
      {"merge_base", kept.base->merge_base}};
  finding.identity = {directory.path, then.entry, now.entry};
}

void check(
    const Project& project,
    const MigrationDirectory& directory,
    Findings& findings) {
  for (const Kept& kept : kept_by(project, directory)) {
    for (const RenamedMigration& renamed : kept.directory->renamed) {
      report(directory, renamed, kept, findings);
    }
  }
}

} // namespace

extern const Rule renamed_since_base;
const Rule renamed_since_base = {
    .info =
        {.name = "renamed-since-base",
         .summary = "a migration that the base has was renamed",
         .severity = Severity::error,
         .needs = Needs::base},
    .check_directory = check};

} // namespace migcheck::rules
