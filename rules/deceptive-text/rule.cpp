// A migration holds invisible or direction-changing characters.
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
      ByteDefect::deceptive_text,
      "an invisible or direction-changing character stands in the file",
      "delete the character, or write it as an escape",
      findings);
}

} // namespace

extern const Rule deceptive_text;
const Rule deceptive_text = {
    .info =
        {.name = "deceptive-text",
         .summary =
             "a migration holds invisible or direction-changing characters",
         .severity = Severity::error},
    .check_migration = check};

} // namespace migcheck::rules
