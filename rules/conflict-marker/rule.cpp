// A migration holds the markers of a merge conflict.
#include "check/rule.hpp"

#include "check/byte_findings.hpp"

namespace migcheck::rules {
namespace {

void check(
    const Project&,
    const MigrationDirectory&,
    const Migration& migration,
    Findings& findings) {
  report_defect(
      migration,
      ByteDefect::conflict_marker,
      "a merge conflict was left in the file",
      "resolve the conflict and delete the marker lines",
      findings);
}

} // namespace

extern const Rule conflict_marker;
const Rule conflict_marker = {
    .info =
        {.name = "conflict-marker",
         .summary = "a migration holds the markers of a merge conflict",
         .severity = Severity::error},
    .check_migration = check};

} // namespace migcheck::rules
