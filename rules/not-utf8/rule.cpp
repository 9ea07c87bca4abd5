// A migration holds bytes that are not UTF-8.
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
      ByteDefect::not_utf8,
      "the file is not UTF-8 here",
      "save the file as UTF-8",
      findings);
}

} // namespace

extern const Rule not_utf8;
const Rule not_utf8 = {
    .info =
        {.name = "not-utf8",
         .summary = "a migration holds bytes that are not UTF-8",
         .severity = Severity::error},
    .check_migration = check};

} // namespace migcheck::rules
