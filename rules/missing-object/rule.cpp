// A statement that needs what the migrations before it do not make.
#include "check/rule.hpp"

#include "check/new_migrations.hpp"
#include "schema/event_words.hpp"
#include "schema/history.hpp"
#include "schema/own_schema.hpp"
#include "text/printable.hpp"

#include <set>
#include <string>

namespace migcheck::rules {
namespace {

using schema::Event;
using schema::EventKind;
using schema::History;

void report(const History& history, const Event& event, Findings& findings) {
  const Migration& migration =
      history.directory->migrations[event.where.migration];
  if (!is_looked_at(*history.directory, migration)) {
    return;
  }
  Diagnostic& finding = findings.report(
      content_level(migration, Severity::error),
      {event.where.path, event.where.span},
      schema::object_words(event.object_kind, event.object, event.table) +
          " is not there when this runs");
  finding.help = "a migration before this one drops or renames it, or one "
                 "after it makes it; `migcheck graph` shows which";
  finding.data = {
      {"directory", history.directory->path},
      {"kind", std::string(schema::kind_words(event.object_kind))},
      {"object", event.object},
      {"table", event.table}};
  finding.identity = {event.where.path, event.table, event.object};
}

void check(
    const Project&, const MigrationDirectory& directory, Findings& findings) {
  if (directory.archived || directory.dialect != Dialect::postgresql) {
    return;
  }
  const auto history = schema::history_of(directory);
  if (!schema::stands_alone(*history)) {
    return;
  }
  std::set<std::string> said; // once for each file and object
  for (const Event& event : history->events) {
    if (event.kind == EventKind::missing &&
        said.insert(event.where.path + '\n' + event.table + '\n' + event.object)
            .second) {
      report(*history, event, findings);
    }
  }
}

} // namespace

extern const Rule missing_object;
const Rule missing_object = {
    .info =
        {.name = "missing-object",
         .summary = "a statement needs what is not there when it runs",
         .severity = Severity::error,
         .on_by_default = false,
         .needs = Needs::statements},
    .check_directory = check};

} // namespace migcheck::rules
