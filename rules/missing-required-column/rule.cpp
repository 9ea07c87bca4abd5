// Columns that the application needs and that the migrations do not leave
// behind.
#include "check/rule.hpp"

#include "check/contract_findings.hpp"

namespace migcheck::rules {
namespace {

void check_project(const Project& project, Findings& findings) {
  report_contract_gaps(
      project,
      false,
      "the application needs it: add it in a new migration, or take it out "
      "of the contract",
      findings);
}

} // namespace

extern const Rule missing_required_column;
const Rule missing_required_column = {
    .info =
        {.name = "missing-required-column",
         .summary = "the schema lacks what the application needs",
         .severity = Severity::error,
         .needs = Needs::contract},
    .check_project = check_project};

} // namespace migcheck::rules
