// Columns that the application can use and that the migrations do not leave
// behind.
#include "check/rule.hpp"

#include "check/contract_findings.hpp"

namespace migcheck::rules {
namespace {

void check_project(const Project& project, Findings& findings) {
  report_contract_gaps(
      project,
      true,
      "the application can do without it; add it in a new migration, or "
      "take it out of the contract",
      findings);
}

} // namespace

extern const Rule missing_optional_column;
const Rule missing_optional_column = {
    .info =
        {.name = "missing-optional-column",
         .summary = "the schema lacks what the application can use",
         .severity = Severity::note,
         .needs = Needs::contract},
    .check_project = check_project};

} // namespace migcheck::rules
