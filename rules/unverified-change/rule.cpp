// A migration that does not look whether it did what it should.
#include "check/rule.hpp"

#include "check/new_migrations.hpp"
#include "check/statement_facts.hpp"
#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

bool verifies(const Statement& statement) {
  return statement.raises || statement.kind.verb == StatementVerb::select;
}

void check(
    const Project&,
    const MigrationDirectory& directory,
    const Migration& migration,
    Findings& findings) {
  // Sqitch has scripts of their own for it.
  if (!is_looked_at(directory, migration) ||
      directory.layout == LayoutId::sqitch) {
    return;
  }
  const Statement* last = nullptr;
  bool verified = false;
  for (const Statement& statement : migration.file.statements) {
    if (statement.section != Section::up) {
      continue;
    }
    const bool changes = !statement.raises && changes_something(statement.kind);
    verified = verifies(statement) || (verified && !changes);
    last = changes ? &statement : last;
  }
  if (last == nullptr || verified) {
    return;
  }
  Diagnostic& finding = findings.report(
      {migration.path, last->span},
      "nothing in " + quoted(migration.entry) + " verifies the change");
  finding.help = "end it with a query, or with a block that raises where the "
                 "change is not there";
  finding.data = {{"directory", directory.path}, {"file", migration.path}};
  finding.identity = {directory.path, migration.entry};
}

} // namespace

extern const Rule unverified_change;
const Rule unverified_change = {
    .info =
        {.name = "unverified-change",
         .summary = "a migration does not verify what it changed",
         .severity = Severity::warning,
         .on_by_default = false},
    .check_migration = check};

} // namespace migcheck::rules
