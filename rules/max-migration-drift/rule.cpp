// A max_migration.txt that does not name the last migration.
#include "check/rule.hpp"

#include "model/drifts.hpp"
#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

std::string message_of(const MaxDrift& drift) {
  const std::string name = quoted(drift.name);
  switch (drift.change) {
  case MaxChange::conflict:
    return "max_migration.txt holds marks of a merge conflict";
  case MaxChange::lines:
    return "max_migration.txt names more than one migration";
  case MaxChange::empty:
    return "max_migration.txt names no migration";
  case MaxChange::unknown:
    return "max_migration.txt names " + name + ", which is not in " +
           quoted(drift.folder);
  case MaxChange::passed:
    return "max_migration.txt names " + name + ", but the last migration is " +
           quoted(drift.last);
  }
  return "";
}

void report(const MaxDrift& drift, Findings& findings) {
  Diagnostic& finding =
      findings.report({drift.path, drift.place}, message_of(drift));
  if (!drift.last.empty()) {
    finding.help = "write " + quoted(drift.last) + " there";
  } else {
    finding.help = "let the branch's migration follow the other one, with "
                   "`python manage.py rebase_migration APP`, and name it";
  }
  finding.data = {
      {"directory", drift.folder},
      {"reason", std::string(max_change_name(drift.change))},
      {"named", drift.name},
      {"last", drift.last}};
  finding.identity = {
      drift.folder, std::string(max_change_name(drift.change)), drift.name};
}

void check(const Project& project, Findings& findings) {
  if (project.drifts == nullptr) {
    return;
  }
  for (const MaxDrift& drift : project.drifts->max_migrations) {
    report(drift, findings);
  }
}

} // namespace

extern const Rule max_migration_drift;
const Rule max_migration_drift = {
    .info =
        {.name = "max-migration-drift",
         .summary = "max_migration.txt does not name the last migration",
         .severity = Severity::error,
         .needs = Needs::journals},
    .check_project = check};

} // namespace migcheck::rules
