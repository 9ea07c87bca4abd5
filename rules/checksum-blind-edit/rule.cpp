// Edits that the runner's own checksum does not show.
#include "check/rule.hpp"

#include "check/against_base.hpp"
#include "model/drifts.hpp"
#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

void report(const Project& project, const BlindEdit& edit, Findings& findings) {
  Diagnostic& finding = findings.report(
      {edit.file, {}},
      quoted(edit.name) + " is not as on " + merge_base_label(project) +
          ", and the checksum of " + edit.runner + " does not show it");
  finding.help =
      edit.runner == "Flyway"
          ? "Flyway takes no notice of line ends: a newline that is gone may "
            "have made a statement part of a comment; put the change into a "
            "new migration"
          : "Liquibase takes no notice of blanks, in literals and behind "
            "comments either; put the change into a new changeset";
  finding.data = {
      {"directory", edit.folder},
      {"file", edit.file},
      {"runner", edit.runner},
      {"base", project.base->ref},
      {"merge_base", project.base->merge_base}};
  finding.identity = {edit.folder, edit.name};
}

void check(const Project& project, Findings& findings) {
  if (project.drifts == nullptr || project.base == nullptr) {
    return;
  }
  for (const BlindEdit& edit : project.drifts->blind_edits) {
    report(project, edit, findings);
  }
}

} // namespace

extern const Rule checksum_blind_edit;
const Rule checksum_blind_edit = {
    .info =
        {.name = "checksum-blind-edit",
         .summary = "an edit that the runner's own checksum cannot see",
         .severity = Severity::warning,
         .needs = Needs::journals},
    .check_project = check};

} // namespace migcheck::rules
