// Several statements that no transaction holds together.
#include "check/rule.hpp"

#include "check/new_migrations.hpp"
#include "check/statement_facts.hpp"
#include "check/transactions.hpp"
#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

struct Found {
  const Migration* migration;
  const Statement* second;
  std::size_t count;
};

// Statements of Up that change something and stand by themselves. Where a mark
// in the file asks for that, it is another rule's matter.
std::vector<const Statement*> lone_statements(
    const MigrationDirectory& directory, const Migration& migration) {
  std::vector<const Statement*> lone;
  for (const PlacedStatement& placed :
       placed_statements(migration.file, Section::up)) {
    const Statement& statement = *placed.statement;
    if (!placed.in_explicit && !statement.bare &&
        changes_something(statement.kind) &&
        transaction_mode(directory, migration, statement) ==
            TransactionMode::none) {
      lone.push_back(&statement);
    }
  }
  return lone;
}

void report(
    const MigrationDirectory& directory, const Found& one, Findings& findings) {
  const Migration& migration = *one.migration;
  Diagnostic& finding = findings.report(
      {migration.path, one.second->span},
      std::to_string(one.count) + " statements of " + quoted(migration.entry) +
          " are in no transaction: when this one fails, what stands before "
          "it stays");
  finding.help = directory.layout == LayoutId::sqitch
                     ? "begin the file with BEGIN; and end it with COMMIT;"
                     : "put BEGIN and COMMIT around them, or say in "
                       "migcheck.toml what the runner does: `transaction = "
                       "\"file\"`";
  finding.data = {
      {"directory", directory.path},
      {"file", migration.path},
      {"statements", static_cast<std::int64_t>(one.count)}};
  finding.identity = {directory.path, migration.entry};
}

void check(
    const Project&, const MigrationDirectory& directory, Findings& findings) {
  // Only these run statements by themselves without being told to.
  const bool may_be_bare = directory.layout == LayoutId::sqitch ||
                           (directory.config != nullptr &&
                            directory.config->transaction.has_value());
  if (!has_transactional_ddl(directory.dialect) || !may_be_bare) {
    return;
  }
  std::vector<Found> found;
  for (const Migration& migration : directory.migrations) {
    const auto& statements = migration.file.statements;
    if (statements.size() < 2 || !is_looked_at(directory, migration)) {
      continue;
    }
    const auto lone = lone_statements(directory, migration);
    if (lone.size() > 1) {
      found.push_back({&migration, lone[1], lone.size()});
    }
  }
  leave_out_history(directory, found);
  for (const Found& one : found) {
    report(directory, one, findings);
  }
}

} // namespace

extern const Rule unwrapped_statements;
const Rule unwrapped_statements = {
    .info =
        {.name = "unwrapped-statements",
         .summary = "several statements that no transaction holds together",
         .severity = Severity::warning},
    .check_directory = check};

} // namespace migcheck::rules
