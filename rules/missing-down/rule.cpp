// A migration that cannot be undone, where the others can.
#include "check/rule.hpp"

#include "check/down_parts.hpp"
#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

std::string_view what_is_missing(LayoutId id) {
  switch (id) {
  case LayoutId::goose:
    return "Down part (`-- +goose Down`)";
  case LayoutId::liquibase_sql:
    return "rollback (`--rollback …`)";
  case LayoutId::diesel:
    return "down.sql";
  case LayoutId::sqitch:
    return "script in revert/";
  default:
    return "down file";
  }
}

void check(
    const Project&, const MigrationDirectory& directory, Findings& findings) {
  // dbmate refuses such files, which is another rule's finding.
  if (directory.layout == LayoutId::dbmate) {
    return;
  }
  for (const Migration* migration : down_slips(directory, DownPart::missing)) {
    Diagnostic& finding = findings.report(
        {migration->path, {}},
        quoted(migration->entry) + " has no " +
            std::string(what_is_missing(directory.layout)) +
            ", the others of " + quoted(directory.path) + " have one");
    finding.help = "write what undoes it, or a Down that says in a comment "
                   "why it cannot be undone";
    finding.data = {{"directory", directory.path}, {"file", migration->path}};
    finding.identity = {directory.path, migration->entry};
  }
}

} // namespace

extern const Rule missing_down;
const Rule missing_down = {
    .info =
        {.name = "missing-down",
         .summary = "a migration has no Down part, where the others have one",
         .severity = Severity::warning},
    .check_directory = check};

} // namespace migcheck::rules
