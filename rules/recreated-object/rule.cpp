// A statement that makes what is there already.
#include "check/rule.hpp"

#include "check/new_migrations.hpp"
#include "schema/event_words.hpp"
#include "schema/history.hpp"
#include "schema/own_schema.hpp"
#include "text/printable.hpp"

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
  const Migration& first = history.directory->migrations[event.first_migration];
  const bool cut = event.kind == EventKind::name_taken;
  Diagnostic& finding = findings.report(
      content_level(migration, Severity::error),
      {event.where.path, event.where.span},
      schema::object_words(event.object_kind, event.object, event.table) +
          (cut ? " is there already: names are cut to 63 bytes"
               : " is there already when this runs"));
  finding.related.push_back({{first.path, {}}, "made here"});
  finding.help = cut ? "choose names that differ in their first 63 bytes"
                     : "drop it first, or leave one of the two out";
  finding.data = {
      {"directory", history.directory->path},
      {"kind", std::string(schema::kind_words(event.object_kind))},
      {"object", event.object},
      {"table", event.table},
      {"first", first.path}};
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
  for (const Event& event : history->events) {
    if (event.kind == EventKind::recreated ||
        event.kind == EventKind::name_taken) {
      report(*history, event, findings);
    }
  }
}

} // namespace

extern const Rule recreated_object;
const Rule recreated_object = {
    .info =
        {.name = "recreated-object",
         .summary = "a statement makes what is there already when it runs",
         .severity = Severity::error,
         .on_by_default = false,
         .needs = Needs::statements},
    .check_directory = check};

} // namespace migcheck::rules
