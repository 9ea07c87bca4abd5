// BEGIN and COMMIT where the runner has a transaction of its own, and those
// that have no counterpart.
#include "check/rule.hpp"

#include "check/new_migrations.hpp"
#include "check/statement_facts.hpp"
#include "check/transactions.hpp"
#include "text/printable.hpp"

#include <algorithm>

namespace migcheck::rules {
namespace {

enum class Slip : std::uint8_t { in_runner, no_begin, no_commit };

struct Found {
  const Migration* migration;
  const SqlFile* file;
  const Statement* statement;
  Slip slip;
};

bool is_mark(const Statement& statement) {
  const StatementVerb verb = statement.kind.verb;
  return verb == StatementVerb::begin || verb == StatementVerb::commit ||
         verb == StatementVerb::rollback;
}

// Where transactions begin in other ways too, a lone COMMIT tells nothing.
bool begins_otherwise(Dialect dialect, const SqlFile& file) {
  return dialect == Dialect::tsql || file.commands ||
         (dialect == Dialect::mysql && std::any_of(
                                           file.statements.begin(),
                                           file.statements.end(),
                                           [](const Statement& statement) {
                                             return statement.kind.verb ==
                                                    StatementVerb::set;
                                           }));
}

void find_in(
    const MigrationDirectory& directory,
    const Migration& migration,
    const SectionOfFile& section,
    std::vector<Found>& found) {
  const SqlFile& file = *section.file;
  const Statement* open = nullptr;
  for (const PlacedStatement& placed :
       placed_statements(file, section.section)) {
    const Statement& statement = *placed.statement;
    if (!is_mark(statement)) {
      continue;
    }
    if (transaction_mode(directory, migration, statement) ==
        TransactionMode::runner) {
      found.push_back({&migration, &file, &statement, Slip::in_runner});
      return; // one for each section
    }
    const bool begins = statement.kind.verb == StatementVerb::begin;
    if (!begins && !placed.in_explicit &&
        !begins_otherwise(directory.dialect, file)) {
      found.push_back({&migration, &file, &statement, Slip::no_begin});
      return;
    }
    open = begins ? &statement : nullptr;
  }
  if (open != nullptr && !begins_otherwise(directory.dialect, file)) {
    found.push_back({&migration, &file, open, Slip::no_commit});
  }
}

std::string message(const MigrationDirectory& directory, const Found& one) {
  const std::string words = statement_words(one.statement->kind);
  const bool known = directory.layout != LayoutId::numbered &&
                     directory.layout != LayoutId::timestamped;
  const std::string runner =
      known ? std::string(layout(directory.layout).name) : "the runner";
  switch (one.slip) {
  case Slip::in_runner:
    return one.statement->kind.verb == StatementVerb::begin
               ? words + " stands inside the transaction that " + runner +
                     " puts around the file"
               : words + " ends the transaction that " + runner +
                     " puts around the file";
  case Slip::no_begin:
    return words + " ends a transaction that this file does not begin";
  case Slip::no_commit:
    break;
  }
  return words + " begins a transaction that this file does not end";
}

std::string_view help(const Found& one) {
  switch (one.slip) {
  case Slip::in_runner:
    return "leave transactions to the runner, or switch its own off for this "
           "file";
  case Slip::no_begin:
    return "remove it, or write BEGIN where the transaction should begin";
  case Slip::no_commit:
    break;
  }
  return "write COMMIT behind the last statement: without it everything is "
         "undone when the connection closes";
}

void check(
    const Project&, const MigrationDirectory& directory, Findings& findings) {
  std::vector<Found> found;
  for (const Migration& migration : directory.migrations) {
    if (!any_statement(migration, is_mark) ||
        !is_looked_at(directory, migration)) {
      continue;
    }
    for (const SectionOfFile& section : sections_of(migration)) {
      find_in(directory, migration, section, found);
    }
  }
  leave_out_history(directory, found);
  for (const Found& one : found) {
    Diagnostic& finding = findings.report(
        {one.file->path, one.statement->span}, message(directory, one));
    finding.help = help(one);
    finding.data = {{"directory", directory.path}, {"file", one.file->path}};
    finding.identity = {directory.path, one.migration->entry};
  }
}

} // namespace

extern const Rule transaction_in_runner_transaction;
const Rule transaction_in_runner_transaction = {
    .info =
        {.name = "transaction-in-runner-transaction",
         .summary = "BEGIN or COMMIT where the runner has a transaction",
         .severity = Severity::warning},
    .check_directory = check};

} // namespace migcheck::rules
