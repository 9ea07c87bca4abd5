// Files whose line ends git may change, under a runner that hashes bytes.
#include "check/rule.hpp"

#include "layouts/layout.hpp"
#include "text/printable.hpp"

#include <algorithm>

namespace migcheck::rules {
namespace {

bool has_crlf(const Migration& migration) {
  return migration.file.read && migration.file.crlf > 0;
}

void check(
    const Project& project,
    const MigrationDirectory& directory,
    Findings& findings) {
  const auto index =
      static_cast<std::size_t>(&directory - project.directories.data());
  if (!project.git || directory.migrations.empty() ||
      index >= project.attributes.size() ||
      layout(directory.layout).hash != RunnerHash::raw_bytes) {
    return;
  }
  const auto& migrations = directory.migrations;
  const auto crlf =
      std::find_if(migrations.begin(), migrations.end(), has_crlf);
  const TextAttribute attribute = project.attributes[index];
  const bool automatic = attribute == TextAttribute::automatic;
  const bool open =
      attribute == TextAttribute::unspecified && crlf != migrations.end();
  if (!automatic && !open) {
    return;
  }
  const std::string name(layout(directory.layout).name);
  const Migration& shown = open ? *crlf : migrations.front();
  Diagnostic& finding = findings.report(
      {shown.path, {}},
      automatic
          ? "git may check the files of " + quoted(directory.path) +
                " out with CRLF, and " + name + " hashes their bytes"
          : quoted(shown.entry) + " has CRLF line ends, no .gitattributes " +
                "rule keeps them, and " + name + " hashes the bytes");
  finding.help = "add `" + printable(directory.path) +
                 "/** -text` or `eol=lf` to .gitattributes";
  finding.data = {{"directory", directory.path}, {"runner", name}};
  finding.identity = {directory.path};
}

} // namespace

extern const Rule unstable_line_endings;
const Rule unstable_line_endings = {
    .info =
        {.name = "unstable-line-endings",
         .summary = "git may change line ends that the runner hashes",
         .severity = Severity::warning,
         .needs = Needs::attributes},
    .check_directory = check};

} // namespace migcheck::rules
