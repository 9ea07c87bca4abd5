// Statements that the database refuses inside a transaction.
#include "check/rule.hpp"

#include "check/new_migrations.hpp"
#include "check/statement_facts.hpp"
#include "check/transactions.hpp"
#include "text/printable.hpp"

#include <algorithm>

namespace migcheck::rules {
namespace {

// What stands around a statement.
enum class Around : std::uint8_t { nothing, begin, runner, query };

struct Found {
  const Migration* migration;
  const SqlFile* file;
  const Statement* statement;
  Around around;
};

bool needs_no_transaction_in_postgresql(const StatementKind& kind) {
  using enum StatementVerb;
  using ddl::ObjectKind;
  switch (kind.verb) {
  case create:
  case drop:
    return (kind.object == ObjectKind::index &&
            kind.has(StatementFlag::concurrently)) ||
           kind.object == ObjectKind::database ||
           kind.object == ObjectKind::tablespace;
  case alter: // DETACH PARTITION … CONCURRENTLY
    return kind.object == ObjectKind::table &&
           kind.has(StatementFlag::concurrently);
  case reindex:
    return kind.has(StatementFlag::concurrently) ||
           kind.object == ObjectKind::database ||
           kind.object == ObjectKind::schema;
  case vacuum:
    return true;
  case cluster:
    return kind.has(StatementFlag::everything);
  default:
    return false;
  }
}

bool needs_no_transaction(Dialect dialect, const StatementKind& kind) {
  return (dialect == Dialect::postgresql &&
          needs_no_transaction_in_postgresql(kind)) ||
         (dialect == Dialect::sqlite && kind.verb == StatementVerb::vacuum);
}

// Flyway runs a file of nothing but such statements without a transaction.
bool runs_bare(
    const MigrationDirectory& directory,
    const std::vector<PlacedStatement>& statements) {
  return directory.layout == LayoutId::flyway &&
         directory.dialect == Dialect::postgresql &&
         std::all_of(
             statements.begin(),
             statements.end(),
             [&](const PlacedStatement& placed) {
               return needs_no_transaction(
                   directory.dialect, placed.statement->kind);
             });
}

Around around(TransactionMode mode, bool in_explicit, bool alone) {
  if (in_explicit) {
    return Around::begin;
  }
  if (mode == TransactionMode::runner) {
    return Around::runner;
  }
  return mode == TransactionMode::query && !alone ? Around::query
                                                  : Around::nothing;
}

void find_in(
    const MigrationDirectory& directory,
    const Migration& migration,
    const SectionOfFile& section,
    std::vector<Found>& found) {
  const auto statements = placed_statements(*section.file, section.section);
  if (runs_bare(directory, statements)) {
    return;
  }
  for (const PlacedStatement& placed : statements) {
    const Statement& statement = *placed.statement;
    if (!needs_no_transaction(directory.dialect, statement.kind)) {
      continue;
    }
    const auto in_part = std::count_if(
        statements.begin(),
        statements.end(),
        [&](const PlacedStatement& other) {
          return other.statement->part == statement.part;
        });
    const Around what = around(
        transaction_mode(directory, migration, statement),
        placed.in_explicit,
        in_part == 1);
    if (what != Around::nothing) {
      found.push_back({&migration, section.file, &statement, what});
    }
  }
}

std::string why(LayoutId id, Around around) {
  const std::string runner(layout(id).name);
  switch (around) {
  case Around::begin:
    return "a BEGIN stands before it";
  case Around::query:
    return runner +
           " sends the file as one query, which makes one of its statements";
  default:
    return id == LayoutId::numbered || id == LayoutId::timestamped
               ? "the runner puts one around each file"
               : runner + " puts one around it";
  }
}

std::string_view advice(LayoutId id) {
  switch (id) {
  case LayoutId::goose:
    return "give it a migration of its own that begins with `-- +goose NO "
           "TRANSACTION`";
  case LayoutId::dbmate:
    return "give it a migration of its own with `-- migrate:up "
           "transaction:false`";
  case LayoutId::sqlx:
    return "give it a migration of its own whose first line is `-- "
           "no-transaction`";
  case LayoutId::diesel:
    return "give it a migration of its own with `run_in_transaction = false` "
           "in its metadata.toml";
  case LayoutId::flyway:
    return "give it a migration of its own: Flyway then runs it without one";
  case LayoutId::liquibase_sql:
    return "give it a changeset of its own with `runInTransaction:false`";
  case LayoutId::atlas:
    return "give it a file of its own that begins with `-- atlas:txmode none` "
           "and an empty line";
  case LayoutId::drizzle:
  case LayoutId::supabase:
    return "the runner has no switch for it: leave CONCURRENTLY out, or run "
           "the statement by hand before the migration";
  default:
    return "give it a migration of its own";
  }
}

void report(
    const MigrationDirectory& directory, const Found& one, Findings& findings) {
  const std::string words = statement_words(one.statement->kind);
  Diagnostic& finding = findings.report(
      content_level(*one.migration, Severity::error),
      {one.file->path, one.statement->span},
      words +
          " cannot run in a transaction: " + why(directory.layout, one.around));
  finding.help = one.around == Around::begin
                     ? "move it out of the transaction of this file"
                     : std::string(advice(directory.layout));
  finding.data = {
      {"directory", directory.path},
      {"file", one.file->path},
      {"statement", words}};
  finding.identity = {directory.path, one.migration->entry, words};
}

void check(
    const Project&, const MigrationDirectory& directory, Findings& findings) {
  if (directory.dialect != Dialect::postgresql &&
      directory.dialect != Dialect::sqlite) {
    return;
  }
  std::vector<Found> found;
  for (const Migration& migration : directory.migrations) {
    const bool any = any_statement(migration, [&](const Statement& statement) {
      return needs_no_transaction(directory.dialect, statement.kind);
    });
    if (!any || !is_looked_at(directory, migration)) {
      continue;
    }
    for (const SectionOfFile& section : sections_of(migration)) {
      find_in(directory, migration, section, found);
    }
  }
  leave_out_history(directory, found);
  for (const Found& one : found) {
    report(directory, one, findings);
  }
}

} // namespace

extern const Rule concurrently_in_transaction;
const Rule concurrently_in_transaction = {
    .info =
        {.name = "concurrently-in-transaction",
         .summary = "a statement that cannot run in a transaction is in one",
         .severity = Severity::error},
    .check_directory = check,
    .of_contents = true};

} // namespace migcheck::rules
