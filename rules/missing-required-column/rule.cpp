// Columns that the application needs and that the migrations do not leave
// behind.
#include "check/rule.hpp"

#include "schema/contract_gaps.hpp"

namespace migcheck::rules {
namespace {

void check_project(const Project& project, Findings& findings) {
  for (const schema::ContractGap& gap : schema::find_contract_gaps(project)) {
    if (gap.optional) {
      continue;
    }
    const std::string column = gap.column == nullptr ? "" : gap.column->text;
    Diagnostic& finding = findings.report(
        gap.column == nullptr ? gap.table->name.location : gap.column->location,
        schema::gap_message(gap));
    finding.related = schema::gap_places(gap);
    finding.help = "the application needs it: add it in a new migration, or "
                   "take it out of the contract";
    finding.data = {
        {"directory", gap.directory == nullptr ? "" : gap.directory->path},
        {"table", gap.table->name.text},
        {"column", column},
        {"nearest", gap.nearest}};
    finding.identity = {gap.table->name.text, column};
  }
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
