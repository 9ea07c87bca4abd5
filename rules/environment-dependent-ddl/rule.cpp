// DDL whose result depends on when, where or by whom it is run.
#include "check/rule.hpp"

#include "check/new_migrations.hpp"
#include "check/statement_facts.hpp"
#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

bool depends(const StatementKind& kind) {
  // A materialized view is filled anew again and again.
  return is_ddl(kind) && kind.object != ddl::ObjectKind::materialized_view &&
         (kind.has(StatementFlag::clock) || kind.has(StatementFlag::session));
}

void report(
    const MigrationDirectory& directory,
    const FoundStatement& one,
    Findings& findings) {
  const StatementKind& kind = one.statement->kind;
  const bool clock = kind.has(StatementFlag::clock);
  Diagnostic& finding = findings.report(
      {one.file->path, one.statement->span},
      "what this " + statement_words(kind) + " makes depends on " +
          (clock ? "the time when it runs"
                 : "the user or the settings it runs with"));
  finding.help = clock ? "write the date out, so that every database gets the "
                         "same"
                       : "write the name or the value out, so that every "
                         "database gets the same";
  finding.data = {
      {"directory", directory.path},
      {"file", one.file->path},
      {"on", std::string(clock ? "clock" : "session")}};
  finding.identity = {directory.path, one.migration->entry};
}

void check(
    const Project&, const MigrationDirectory& directory, Findings& findings) {
  std::vector<FoundStatement> found;
  for (const Migration& migration : directory.migrations) {
    if (!is_looked_at(directory, migration)) {
      continue;
    }
    for (const Statement& statement : migration.file.statements) {
      if (statement.section == Section::up && depends(statement.kind)) {
        found.push_back({&migration, &migration.file, &statement});
      }
    }
  }
  leave_out_history(directory, found);
  for (const FoundStatement& one : found) {
    report(directory, one, findings);
  }
}

} // namespace

extern const Rule environment_dependent_ddl;
const Rule environment_dependent_ddl = {
    .info =
        {.name = "environment-dependent-ddl",
         .summary = "DDL that depends on the clock, a user or a setting",
         .severity = Severity::warning},
    .check_directory = check};

} // namespace migcheck::rules
