// A migration's name with an ending that nobody reads.
#include "check/rule.hpp"

#include "layouts/near_name.hpp"
#include "text/path_parts.hpp"
#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

void check(
    const Project&, const MigrationDirectory& directory, Findings& findings) {
  if (directory.archived) {
    return;
  }
  const Layout& runner = layout(directory.layout);
  for (const SkippedEntry& entry : directory.skipped) {
    const std::string_view name = last_part(entry.path);
    if (!entry.silent ||
        near_name(runner, name, directory.prefix).slip != NameSlip::stray) {
      continue;
    }
    const std::string who =
        runner.own_order ? std::string(runner.name) : "a runner of .sql files";
    Diagnostic& finding = findings.report(
        {entry.path, {}},
        quoted(name) + " looks like a migration, but " + who +
            " passes over its ending");
    finding.help =
        "end its name in \".sql\", or move it out of " + quoted(directory.path);
    finding.data = {{"directory", directory.path}, {"file", entry.path}};
    finding.identity = {directory.path, std::string(name)};
  }
}

} // namespace

extern const Rule stray_file;
const Rule stray_file = {
    .info =
        {.name = "stray-file",
         .summary = "a file that looks like a migration is never read",
         .severity = Severity::warning},
    .check_directory = check};

} // namespace migcheck::rules
