// A migration holds a NUL byte.
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
      ByteDefect::nul_byte,
      "a NUL byte stands in the file",
      "delete the byte",
      findings);
}

} // namespace

extern const Rule nul_byte;
const Rule nul_byte = {
    .info =
        {.name = "nul-byte",
         .summary = "a migration holds a NUL byte",
         .severity = Severity::error},
    .check_migration = check};

} // namespace migcheck::rules
