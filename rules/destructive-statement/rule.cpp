// Data that a migration throws away without a word.
#include "check/rule.hpp"

#include "check/new_migrations.hpp"
#include "check/statement_facts.hpp"
#include "model/version_scheme.hpp"
#include "sql/statement_marks.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>

namespace migcheck::rules {
namespace {

// Titles that say it themselves: "drop_ants".
bool says_so(const std::string& title) {
  constexpr std::array<std::string_view, 7> words = {
      "drop", "remov", "delet", "clean", "purge", "truncat", "unused"};
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return find_ignoring_case(title, word) != std::string_view::npos;
  });
}

bool moves_rows(const StatementKind& kind) {
  return kind.verb == StatementVerb::insert ||
         kind.verb == StatementVerb::update ||
         kind.verb == StatementVerb::merge ||
         kind.has(StatementFlag::as_select);
}

std::string what_happens(const StatementKind& kind) {
  switch (kind.verb) {
  case StatementVerb::alter:
    return "DROP COLUMN loses what the column holds";
  case StatementVerb::delete_:
    return "DELETE without WHERE loses all rows";
  case StatementVerb::truncate:
    return "TRUNCATE loses all rows";
  default:
    return statement_words(kind) + " loses what it holds";
  }
}

// The first statement of Up that loses something, and how many there are.
// Behind a statement that moves rows, what goes was moved: SQLite's way to
// change a table, new columns for old ones, temporary tables.
struct Loss {
  const Migration* migration = nullptr;
  const Statement* first = nullptr;
  std::size_t count = 0;
};

Loss find_loss(const Migration& migration) {
  Loss loss{.migration = &migration};
  for (const Statement& statement : migration.file.statements) {
    if (statement.section != Section::up) {
      continue;
    }
    if (moves_rows(statement.kind)) {
      break;
    }
    if (sql::loses_data(statement.kind) && !statement.acknowledged) {
      loss.first = loss.first == nullptr ? &statement : loss.first;
      ++loss.count;
    }
  }
  return loss;
}

void report(
    const MigrationDirectory& directory, const Loss& loss, Findings& findings) {
  const StatementKind& kind = loss.first->kind;
  std::string message = what_happens(kind);
  if (loss.count > 1) {
    message +=
        " (the first of " + std::to_string(loss.count) + " such statements)";
  }
  Diagnostic& finding = findings.report(
      {loss.migration->path, loss.first->span},
      message + ", and no comment says that it is meant to");
  finding.help = "say in a comment above it why the data are not needed any "
                 "more, or keep them";
  finding.data = {
      {"directory", directory.path},
      {"file", loss.migration->path},
      {"statement", statement_words(kind)},
      {"statements", static_cast<std::int64_t>(loss.count)}};
  finding.identity = {directory.path, loss.migration->entry};
}

void check(
    const Project&, const MigrationDirectory& directory, Findings& findings) {
  // An extension's scripts change what is its own.
  if (is_extension(directory)) {
    return;
  }
  std::vector<Loss> found;
  for (const Migration& migration : directory.migrations) {
    // There is nothing yet that the first one could lose. Where nothing tells
    // what was applied, the last one may be new; what older ones lost is lost.
    const bool may_be_new = migration.novelty == Novelty::fresh ||
                            &migration == &directory.migrations.back();
    if (!is_looked_at(directory, migration) || says_so(migration.name) ||
        !may_be_new || &migration == &directory.migrations.front()) {
      continue;
    }
    const Loss loss = find_loss(migration);
    if (loss.first != nullptr) {
      found.push_back(loss);
    }
  }
  for (const Loss& loss : found) {
    report(directory, loss, findings);
  }
}

} // namespace

extern const Rule destructive_statement;
const Rule destructive_statement = {
    .info =
        {.name = "destructive-statement",
         .summary = "a statement loses data, and no comment says why",
         .severity = Severity::warning},
    .check_directory = check};

} // namespace migcheck::rules
