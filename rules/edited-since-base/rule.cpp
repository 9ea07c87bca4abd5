// A migration that the base has, with another content.
#include "check/rule.hpp"

#include "check/against_base.hpp"
#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

std::string what_differs(const EditedMigration& edit) {
  const auto& statement = edit.comparison.statement;
  const std::size_t count = edit.now->file.statements.size();
  switch (edit.comparison.verdict) {
  case LockVerdict::line_endings:
    return "only its line ends differ";
  case LockVerdict::comments:
    return "only blanks and comments differ";
  default:
    break;
  }
  if (!statement) {
    return "its SQL differs";
  }
  if (*statement >= count) {
    return "statements were removed after statement " + std::to_string(count);
  }
  return "statement " + std::to_string(*statement + 1) +
         " is the first that differs";
}

Span place_of(const EditedMigration& edit) {
  const auto& statement = edit.comparison.statement;
  const auto& statements = edit.now->file.statements;
  return statement && *statement < statements.size()
             ? statements[*statement].span
             : Span{};
}

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

std::string_view verdict_word(LockVerdict verdict) {
  switch (verdict) {
  case LockVerdict::line_endings:
    return "line-endings";
  case LockVerdict::comments:
    return "comments";
  default:
    return "sql";
  }
}

void check(
    const Project& project,
    const MigrationDirectory& directory,
    Findings& findings) {
  const BaseDirectory* base = against_base(project, directory);
  if (base == nullptr) {
    return;
  }
  for (const EditedMigration& edit : base->edited) {
    const Migration& migration = *edit.now;
    Diagnostic& finding = findings.report(
        level_of(directory, edit.comparison.verdict),
        {migration.path, place_of(edit)},
        quoted(migration.entry) + " was edited, but is on " +
            merge_base_label(project) + ": " + what_differs(edit));
    finding.help =
        "restore it as it is at " + short_id(project.base->merge_base) +
        " and put the change into a new migration; a deliberate edit is "
        "recorded by `migcheck lock --amend FILE --reason TEXT`";
    finding.data = {
        {"directory", directory.path},
        {"file", migration.path},
        {"verdict", std::string(verdict_word(edit.comparison.verdict))},
        {"base", project.base->ref},
        {"merge_base", project.base->merge_base}};
    finding.identity = {directory.path, migration.entry};
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
