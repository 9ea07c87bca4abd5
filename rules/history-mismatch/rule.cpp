// Migrations that a database with this history would not accept.
#include "check/rule.hpp"

#include "model/drifts.hpp"
#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

std::string message_of(const HistoryDrift& drift) {
  const std::string name = quoted(drift.name);
  switch (drift.change) {
  case HistoryChange::edited:
    return name + " was applied with another checksum than it has now";
  case HistoryChange::renamed:
    return name + " was applied as " + quoted(drift.other);
  case HistoryChange::missing:
    return name + " was applied, but is not in " + quoted(drift.folder);
  case HistoryChange::late:
    return name + " was not applied, but " + quoted(drift.other) +
           " after it was";
  case HistoryChange::failed:
    return name + " was not finished";
  }
  return "";
}

// As people write it.
std::string runner_of(const HistoryDrift& drift) {
  std::string name = drift.runner;
  const bool capital = name == "flyway" || name == "liquibase" ||
                       name == "prisma" || name == "rails";
  if (capital) {
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
  }
  return name;
}

std::string help_of(const HistoryDrift& drift) {
  const std::string runner = runner_of(drift);
  switch (drift.change) {
  case HistoryChange::edited:
    return runner +
           (drift.refused ? " refuses it: " : " goes on with a warning: ") +
           "restore the file, and put the change into a new migration";
  case HistoryChange::renamed:
    return runner + " refuses it: give the file its old name";
  case HistoryChange::missing:
    return drift.refused
               ? runner + " refuses it: bring the file back"
               : runner + " goes on, but nobody can make such a database "
                          "again: bring the file back";
  case HistoryChange::late:
    return runner + " refuses it: give the file a version above all "
                    "that was applied";
  case HistoryChange::failed:
    return runner + " refuses to go on until the database is repaired "
                    "by hand";
  }
  return "";
}

void report(const HistoryDrift& drift, Findings& findings) {
  const Location row = {drift.history, drift.row};
  const bool at_row = drift.file.empty();
  Diagnostic& finding = findings.report(
      drift.refused ? Severity::error : Severity::warning,
      at_row ? row : Location{drift.file, {}},
      message_of(drift));
  if (!at_row && drift.change != HistoryChange::late) {
    finding.related.push_back({row, "as it was applied"});
  }
  finding.help = help_of(drift);
  finding.data = {
      {"history", drift.history},
      {"runner", drift.runner},
      {"directory", drift.folder},
      {"reason", std::string(history_change_name(drift.change))},
      {"migration", drift.name}};
  finding.identity = {
      drift.folder, std::string(history_change_name(drift.change)), drift.name};
}

void check(const Project& project, Findings& findings) {
  if (project.drifts == nullptr) {
    return;
  }
  for (const HistoryDrift& drift : project.drifts->history) {
    report(drift, findings);
  }
}

} // namespace

extern const Rule history_mismatch;
const Rule history_mismatch = {
    .info =
        {.name = "history-mismatch",
         .summary = "a database with this history refuses the migrations",
         .severity = Severity::error,
         .needs = Needs::journals},
    .check_project = check};

} // namespace migcheck::rules
