// A migration mixes line ends.
#include "check/rule.hpp"

#include <algorithm>

namespace migcheck::rules {
namespace {

// "3 CRLF, 120 LF", the rarest first.
std::string counted(const SqlFile& file) {
  std::vector<std::pair<std::uint32_t, std::string_view>> kinds = {
      {file.lf, "LF"}, {file.crlf, "CRLF"}, {file.cr, "CR"}};
  std::sort(kinds.begin(), kinds.end());
  std::string text;
  for (const auto& [count, name] : kinds) {
    if (count > 0) {
      text += text.empty() ? "" : ", ";
      text += std::to_string(count) + " " + std::string(name);
    }
  }
  return text;
}

void check_file(
    const SqlFile& file, const std::string& path, Findings& findings) {
  for (const FoundDefect& defect : file.defects) {
    if (defect.kind != ByteDefect::mixed_line_endings) {
      continue;
    }
    Diagnostic& finding = findings.report(
        {path, defect.first}, "line ends are mixed: " + counted(file));
    finding.help = "save the file with LF alone";
    finding.data = {
        {"lf", std::int64_t{file.lf}},
        {"crlf", std::int64_t{file.crlf}},
        {"cr", std::int64_t{file.cr}}};
    finding.identity = {path};
  }
}

void check(
    const Project&,
    const MigrationDirectory&,
    const Migration& migration,
    Findings& findings) {
  check_file(migration.file, migration.path, findings);
  check_file(*migration.down_file, migration.down, findings);
}

} // namespace

extern const Rule mixed_line_endings;
const Rule mixed_line_endings = {
    .info =
        {.name = "mixed-line-endings",
         .summary = "a migration mixes line ends",
         .severity = Severity::warning},
    .check_migration = check};

} // namespace migcheck::rules
