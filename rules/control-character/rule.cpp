// A migration holds control characters.
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
      ByteDefect::control_character,
      "a control character stands in the file",
      "delete the character, or write it as an escape",
      findings);
}

} // namespace

extern const Rule control_character;
const Rule control_character = {
    .info =
        {.name = "control-character",
         .summary = "a migration holds control characters",
         .severity = Severity::warning},
    .check_migration = check};

} // namespace migcheck::rules
