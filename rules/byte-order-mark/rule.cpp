// A migration begins with a byte order mark.
#include "check/rule.hpp"

#include "check/byte_findings.hpp"
#include "check/habit.hpp"

#include <algorithm>

namespace migcheck::rules {
namespace {

bool has_mark(const SqlFile& file) {
  return std::any_of(
      file.defects.begin(), file.defects.end(), [](const FoundDefect& found) {
        return found.kind == ByteDefect::byte_order_mark;
      });
}

void check(
    const Project&, const MigrationDirectory& directory, Findings& findings) {
  // The tools for SQL Server write the mark themselves.
  if (directory.dialect == Dialect::tsql) {
    return;
  }
  const auto& migrations = directory.migrations;
  const auto marked = std::count_if(
      migrations.begin(), migrations.end(), [](const Migration& migration) {
        return has_mark(migration.file) || has_mark(*migration.down_file);
      });
  // Where marks are common, what runs the files is used to them.
  if (is_habit(static_cast<std::size_t>(marked), migrations.size())) {
    return;
  }
  for (const Migration& migration : migrations) {
    report_defect(
        migration,
        ByteDefect::byte_order_mark,
        "the file begins with a byte order mark",
        "save the file as UTF-8 without a byte order mark",
        findings);
  }
}

} // namespace

extern const Rule byte_order_mark;
const Rule byte_order_mark = {
    .info =
        {.name = "byte-order-mark",
         .summary = "a migration begins with a byte order mark",
         .severity = Severity::error},
    .check_directory = check};

} // namespace migcheck::rules
