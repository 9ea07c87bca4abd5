// A migration begins with a byte order mark.
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
      ByteDefect::byte_order_mark,
      "the file begins with a byte order mark",
      "save the file as UTF-8 without a byte order mark",
      findings);
}

} // namespace

extern const Rule byte_order_mark;
const Rule byte_order_mark = {
    .info =
        {.name = "byte-order-mark",
         .summary = "a migration begins with a byte order mark",
         .severity = Severity::error},
    .check_migration = check};

} // namespace migcheck::rules
