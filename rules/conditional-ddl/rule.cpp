// DDL that is run or not, according to what is found.
#include "check/rule.hpp"

#include "check/new_migrations.hpp"
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
    if (statement.section != Section::up || !statement.conditional) {
      continue;
    }
    Diagnostic& finding = findings.report(
        {migration.path, statement.span},
        "this block changes the schema only under a condition");
    finding.help = "write the statements without the IF, or use IF [NOT] "
                   "EXISTS of the statement itself";
    finding.data = {{"directory", directory.path}, {"file", migration.path}};
    finding.identity = {directory.path, migration.entry};
  }
}

} // namespace

extern const Rule conditional_ddl;
const Rule conditional_ddl = {
    .info =
        {.name = "conditional-ddl",
         .summary = "DDL that depends on the state it finds",
         .severity = Severity::warning,
         .on_by_default = false},
    .check_migration = check};

} // namespace migcheck::rules
