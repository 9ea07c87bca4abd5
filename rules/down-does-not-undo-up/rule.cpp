// A Down part that leaves another schema than there was before its Up part.
#include "check/rule.hpp"

#include "check/new_migrations.hpp"
#include "model/ddl.hpp"
#include "schema/event_words.hpp"
#include "schema/history.hpp"
#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

using schema::Fact;
using schema::History;
using schema::UndoDifference;

std::vector<std::string> names_of(const std::vector<Fact>& facts) {
  std::vector<std::string> names;
  names.reserve(facts.size());
  for (const Fact& fact : facts) {
    names.push_back(
        (fact.table.empty() || fact.kind == ddl::ObjectKind::index
             ? ""
             : fact.table + '.') +
        fact.name);
  }
  return names;
}

// The first statement of the Down part.
Location down_of(const Migration& migration) {
  for (const SqlFile* file : {&*migration.down_file, &migration.file}) {
    for (const Statement& statement : file->statements) {
      if (statement.section == Section::down) {
        return {file->path, statement.span};
      }
    }
  }
  return {migration.path, {}};
}

std::string message_of(const UndoDifference& difference) {
  std::string message;
  const auto add = [&](std::string_view what, const std::vector<Fact>& facts) {
    if (!facts.empty()) {
      message += message.empty() ? "the Down part " : ", ";
      message += std::string(what) + ' ' + quoted_list(names_of(facts), 3);
    }
  };
  add("does not give back", difference.lost);
  add("leaves", difference.left);
  add("changes", difference.changed);
  return message;
}

void check(
    const Project&, const MigrationDirectory& directory, Findings& findings) {
  if (directory.archived || directory.dialect != Dialect::postgresql) {
    return;
  }
  const auto history = schema::replay(directory, schema::WithDowns::yes);
  for (const UndoDifference& difference : history->undo) {
    const Migration& migration = directory.migrations[difference.migration];
    if (!is_looked_at(directory, migration)) {
      continue;
    }
    Diagnostic& finding =
        findings.report(down_of(migration), message_of(difference));
    finding.help = "after Up and then Down the schema should be what it was "
                   "before";
    finding.data = {
        {"directory", directory.path},
        {"lost", names_of(difference.lost)},
        {"left", names_of(difference.left)},
        {"changed", names_of(difference.changed)}};
    finding.identity = {migration.path};
  }
}

} // namespace

extern const Rule down_does_not_undo_up;
const Rule down_does_not_undo_up = {
    .info =
        {.name = "down-does-not-undo-up",
         .summary = "Up and then Down does not give the schema back",
         .severity = Severity::warning,
         .on_by_default = false,
         .needs = Needs::statements},
    .check_directory = check};

} // namespace migcheck::rules
