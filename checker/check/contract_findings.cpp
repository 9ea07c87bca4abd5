#include "check/contract_findings.hpp"

#include "text/printable.hpp"

namespace migcheck {
namespace {

// `column "x" of "t" is not there after the last migration, did you mean "y"?`
std::string message_of(const ContractGap& gap) {
  std::string message =
      gap.column == nullptr
          ? "table " + quoted(gap.shown)
          : "column " + quoted(gap.missing) + " of " + quoted(gap.shown);
  message += " is not there after the last migration";
  if (gap.elsewhere) {
    message += " of " + quoted(gap.directory->path);
  }
  if (!gap.nearest.empty() && gap.renamed_to.empty()) {
    message += ", did you mean " + quoted(gap.nearest) + "?";
  }
  return message;
}

// Where it was dropped or renamed, and where the table is made.
std::vector<Related> places_of(const ContractGap& gap) {
  std::vector<Related> places;
  if (gap.removed) {
    places.push_back(
        {*gap.removed,
         gap.renamed_to.empty() ? "dropped here"
                                : "renamed to " + quoted(gap.renamed_to)});
  }
  if (gap.made) {
    places.push_back({*gap.made, quoted(gap.shown) + " is made here"});
  }
  return places;
}

} // namespace

void report_contract_gaps(
    const Project& project,
    bool optional,
    const std::string& help,
    Findings& findings) {
  for (const ContractGap& gap : project.contract_gaps) {
    if (gap.optional != optional) {
      continue;
    }
    const ContractName& name =
        gap.column == nullptr ? gap.table->name : *gap.column;
    const std::string column = gap.column == nullptr ? "" : gap.column->text;
    Diagnostic& finding = findings.report(name.location, message_of(gap));
    finding.related = places_of(gap);
    finding.help = help;
    finding.data = {
        {"directory", gap.directory == nullptr ? "" : gap.directory->path},
        {"table", gap.table->name.text},
        {"column", column},
        {"nearest", gap.nearest}};
    finding.identity = {gap.table->name.text, column};
  }
}

} // namespace migcheck
