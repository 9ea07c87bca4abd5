// A CASCADE that takes foreign keys of tables that stay.
#include "check/rule.hpp"

#include "check/new_migrations.hpp"
#include "model/cascades.hpp"
#include "model/ddl.hpp"
#include "schema/history.hpp"
#include "text/printable.hpp"

#include <algorithm>

namespace migcheck::rules {
namespace {

using schema::Event;
using schema::EventKind;
using schema::History;

bool adds_foreign_key(const ddl::What& what, const std::string& name) {
  const auto is_it = [&](const ddl::ConstraintDefinition& constraint) {
    return constraint.kind == ddl::ConstraintKind::foreign_key &&
           constraint.name.text == name;
  };
  if (const auto* table = std::get_if<ddl::CreateTable>(&what)) {
    return std::any_of(
        table->constraints.begin(), table->constraints.end(), is_it);
  }
  const auto* alter = std::get_if<ddl::AlterTable>(&what);
  return alter != nullptr &&
         std::any_of(
             alter->actions.begin(),
             alter->actions.end(),
             [&](const ddl::TableAction& action) {
               const auto* add = std::get_if<ddl::AddConstraint>(&action.what);
               return add != nullptr && is_it(add->constraint);
             });
}

// Whether the migration's Down makes a foreign key of that name again.
bool restored_by_down(const Migration& migration, const std::string& name) {
  for (const SqlFile* file : {&*migration.down_file, &migration.file}) {
    if (!file->script) {
      continue;
    }
    for (const ddl::Recognised& statement : *file->script) {
      if (statement.section == Section::down &&
          adds_foreign_key(statement.what, name)) {
        return true;
      }
    }
  }
  return false;
}

// Whether a foreign key between the two tables is there in the end, or one of
// them is gone: then nothing is missing any more.
bool settled(const History& history, const Event& event) {
  const schema::Catalogue& catalogue = history.catalogue;
  const schema::Relation& table = catalogue.relations[event.table_id];
  if (!table.alive || event.references_id == schema::no_id ||
      !catalogue.relations[event.references_id].alive) {
    return true;
  }
  return std::any_of(
      table.constraints.begin(), table.constraints.end(), [&](schema::Id id) {
        const schema::Constraint& constraint = catalogue.constraints[id];
        return constraint.kind == ddl::ConstraintKind::foreign_key &&
               constraint.references == event.references_id;
      });
}

void report(const History& history, const Event& event, Findings& findings) {
  const Migration& migration =
      history.directory->migrations[event.where.migration];
  if (!is_looked_at(*history.directory, migration)) {
    return;
  }
  const bool restored = restored_by_down(migration, event.object);
  Diagnostic& finding = findings.report(
      {event.where.path, event.where.span},
      "dropping " + quoted(event.cause) +
          " with CASCADE drops the foreign key " + quoted(event.object) +
          " of " + quoted(event.table) + ", which references " +
          quoted(event.references));
  finding.help = "the server says so in a NOTICE only";
  if (event.losing.size() > 1) {
    finding.help += "; " + std::to_string(event.losing.size()) +
                    " tables lose it, partitions included";
  }
  finding.help += restored ? "" : "\nthe Down part does not give it back";
  finding.help += "\nleave CASCADE out, detach a partition before it is "
                  "dropped, or add the foreign key again";
  finding.data = {
      {"directory", history.directory->path},
      {"constraint", event.object},
      {"table", event.table},
      {"references", event.references},
      {"dropped", event.cause},
      {"losing", event.losing},
      {"restored_by_down", restored}};
  finding.identity = {event.where.path, event.table, event.object};
}

void check(
    const Project&, const MigrationDirectory& directory, Findings& findings) {
  if (directory.archived || !drops_with_cascade(directory)) {
    return;
  }
  const auto history = schema::history_of(directory);
  for (const Event& event : history->events) {
    if (event.kind == EventKind::constraint_dropped &&
        !settled(*history, event)) {
      report(*history, event, findings);
    }
  }
}

} // namespace

extern const Rule cascade_drops_foreign_key;
const Rule cascade_drops_foreign_key = {
    .info =
        {.name = "cascade-drops-foreign-key",
         .summary = "a CASCADE silently drops foreign keys of other tables",
         .severity = Severity::warning,
         .needs = Needs::declared_statements},
    .check_directory = check};

} // namespace migcheck::rules
