// A migration outside of a transaction that cannot be started again when half
// of it was applied.
#include "check/rule.hpp"

#include "check/new_migrations.hpp"
#include "check/statement_facts.hpp"
#include "check/transactions.hpp"
#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

struct Found {
  const Migration* migration;
  const Statement* stays; // what fails when the migration runs again
};

bool stands_alone(
    const MigrationDirectory& directory,
    const Migration& migration,
    const PlacedStatement& placed) {
  return placed.statement->bare && !placed.in_explicit &&
         transaction_mode(directory, migration, *placed.statement) ==
             TransactionMode::none;
}

// A statement that fails when it is repeated, with another one behind it in
// the same part; null when there is none.
const Statement*
find_stay(const MigrationDirectory& directory, const Migration& migration) {
  const Statement* stays = nullptr;
  for (const PlacedStatement& placed :
       placed_statements(migration.file, Section::up)) {
    const Statement& statement = *placed.statement;
    if (!stands_alone(directory, migration, placed) ||
        (!changes_something(statement.kind) &&
         statement.kind.verb != StatementVerb::reindex)) {
      continue;
    }
    if (stays != nullptr && stays->part == statement.part) {
      return stays;
    }
    stays = fails_when_repeated(statement.kind) ? &statement : nullptr;
  }
  return nullptr;
}

void check(
    const Project&, const MigrationDirectory& directory, Findings& findings) {
  if (!has_transactional_ddl(directory.dialect)) {
    return;
  }
  std::vector<Found> found;
  for (const Migration& migration : directory.migrations) {
    const bool any = any_statement(
        migration, [](const Statement& statement) { return statement.bare; });
    if (!any || !is_looked_at(directory, migration)) {
      continue;
    }
    if (const Statement* stays = find_stay(directory, migration)) {
      found.push_back({&migration, stays});
    }
  }
  leave_out_history(directory, found);
  for (const auto& [migration, stays] : found) {
    Diagnostic& finding = findings.report(
        {migration->path, stays->span},
        quoted(migration->entry) +
            " runs without a transaction and cannot run again when it stops "
            "behind this statement");
    finding.help = "give each statement a migration of its own, or write it so "
                   "that it can be repeated: IF NOT EXISTS, IF EXISTS";
    finding.data = {{"directory", directory.path}, {"file", migration->path}};
    finding.identity = {directory.path, migration->entry};
  }
}

} // namespace

extern const Rule partial_apply;
const Rule partial_apply = {
    .info =
        {.name = "partial-apply",
         .summary = "a migration without a transaction may stop half-way",
         .severity = Severity::warning},
    .check_directory = check};

} // namespace migcheck::rules
