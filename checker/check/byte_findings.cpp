#include "check/byte_findings.hpp"

namespace migcheck {
namespace {

std::string with_count(std::string_view what, std::uint32_t count) {
  std::string message(what);
  if (count > 1) {
    message += ", and " + std::to_string(count - 1) + " more";
  }
  return message;
}

} // namespace

void report_defect(
    const Migration& migration,
    ByteDefect kind,
    std::string_view what,
    std::string_view help,
    Findings& findings) {
  const std::pair<const SqlFile*, const std::string*> files[] = {
      {&migration.file, &migration.path},
      {&*migration.down_file, &migration.down}};
  for (const auto& [file, path] : files) {
    for (const FoundDefect& defect : file->defects) {
      if (defect.kind != kind) {
        continue;
      }
      Diagnostic& finding = findings.report(
          {*path, defect.first}, with_count(what, defect.count));
      finding.help = help;
      finding.data = {{"count", std::int64_t{defect.count}}};
      finding.identity = {*path};
    }
  }
}

} // namespace migcheck
