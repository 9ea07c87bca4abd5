// A migration that the base has, with another content.
#include "check/rule.hpp"

#include "check/against_base.hpp"
#include "lock/compare.hpp"
#include "lock/edit.hpp"
#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

// What changes nothing in the database stops only runners that compare the
// file's bytes with those that they applied.
Severity level_of(const MigrationDirectory& directory, LockVerdict verdict) {
  const RunnerHash hash = layout(directory.layout).hash;
  const bool seen = verdict == LockVerdict::line_endings
                        ? hash == RunnerHash::raw_bytes
                        : hash != RunnerHash::none;
  return verdict == LockVerdict::sql || seen ? Severity::error
                                             : Severity::warning;
}

void report(
    const MigrationDirectory& directory,
    const EditedMigration& edit,
    const Kept& kept,
    Findings& findings) {
  const Migration& migration = *edit.now;
  Diagnostic& finding = findings.report(
      level_of(directory, edit.comparison.verdict),
      {migration.path, edit_place(edit.comparison, migration.file)},
      quoted(migration.entry) + " was edited, but is on " + kept.label + ": " +
          what_differs(edit.comparison, migration.file));
  finding.help =
      "restore it as it is at " + short_id(kept.base->merge_base) +
      " and put the change into a new migration; a deliberate edit is "
      "recorded by `migcheck lock --amend FILE --reason TEXT`";
  finding.data = {
      {"directory", directory.path},
      {"file", migration.path},
      {"verdict", std::string(verdict_name(edit.comparison.verdict))},
      {"base", kept.base->ref},
      {"merge_base", kept.base->merge_base}};
  finding.identity = {directory.path, migration.entry};
}

void check(
    const Project& project,
    const MigrationDirectory& directory,
    Findings& findings) {
  for (const Kept& kept : kept_by(project, directory)) {
    for (const EditedMigration& edit : kept.directory->edited) {
      report(directory, edit, kept, findings);
    }
  }
}

} // namespace

extern const Rule edited_since_base;
const Rule edited_since_base = {
    .info =
        {.name = "edited-since-base",
         .summary = "a migration that the base has was edited",
         .severity = Severity::error,
         .needs = Needs::base},
    .check_directory = check};

} // namespace migcheck::rules
