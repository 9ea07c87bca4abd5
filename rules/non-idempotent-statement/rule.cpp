// DDL that fails when it runs a second time.
#include "check/rule.hpp"

#include "check/new_migrations.hpp"
#include "check/statement_facts.hpp"
#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

void check(
    const Project&,
    const MigrationDirectory& directory,
    const Migration& migration,
    Findings& findings) {
  if (!is_looked_at(directory, migration)) {
    return;
  }
  for (const Statement& statement : migration.file.statements) {
    if (statement.section != Section::up ||
        !fails_when_repeated(statement.kind)) {
      continue;
    }
    const std::string words = statement_words(statement.kind);
    Diagnostic& finding = findings.report(
        {migration.path, statement.span},
        words + " fails when it runs a second time");
    finding.help = "write IF NOT EXISTS, IF EXISTS or OR REPLACE";
    finding.data = {
        {"directory", directory.path},
        {"file", migration.path},
        {"statement", words}};
    finding.identity = {directory.path, migration.entry, words};
  }
}

} // namespace

extern const Rule non_idempotent_statement;
const Rule non_idempotent_statement = {
    .info =
        {.name = "non-idempotent-statement",
         .summary = "DDL that cannot be repeated",
         .severity = Severity::warning,
         .on_by_default = false},
    .check_migration = check};

} // namespace migcheck::rules
