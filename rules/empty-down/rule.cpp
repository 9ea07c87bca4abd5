// A Down part that undoes nothing.
#include "check/rule.hpp"

#include "check/down_parts.hpp"
#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

void check(
    const Project&, const MigrationDirectory& directory, Findings& findings) {
  // One database of several may have nothing to undo.
  if (!directory.family.empty()) {
    return;
  }
  for (const Migration* migration : down_slips(directory, DownPart::empty)) {
    const bool file = !migration->down.empty();
    const std::string& path = file ? migration->down : migration->path;
    Diagnostic& finding = findings.report(
        {path, {}},
        file ? quoted(path) + " has no statement"
             : quoted(migration->entry) + " has no statement in its Down part");
    finding.help = "write what undoes the migration, or say in a comment in "
                   "the Down why nothing does";
    finding.data = {{"directory", directory.path}, {"file", migration->path}};
    finding.identity = {directory.path, migration->entry};
  }
}

} // namespace

extern const Rule empty_down;
const Rule empty_down = {
    .info =
        {.name = "empty-down",
         .summary = "a Down part has no statement and says nothing why",
         .severity = Severity::warning},
    .check_directory = check};

} // namespace migcheck::rules
