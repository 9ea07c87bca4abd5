// GitLab Code Quality. Its parser stops at the first bad entry, so every entry
// has all that it wants.
#include "report/json_text.hpp"
#include "report/shown.hpp"
#include "report/writers.hpp"
#include "text/printable.hpp"

namespace migcheck {
namespace {

std::string_view severity_of(Severity severity) {
  switch (severity) {
  case Severity::error:
    return "major";
  case Severity::warning:
    return "minor";
  case Severity::note:
  case Severity::off:
    break;
  }
  return "info";
}

} // namespace

std::string write_gitlab(const Report& report) {
  Json entries = Json::array();
  for (const Finding& finding : report.findings) {
    const std::string rule(finding.rule->name);
    entries.push_back(
        {{"description", rule + ": " + printable(finding.message)},
         {"check_name", rule},
         {"fingerprint", finding.fingerprint},
         {"severity", severity_of(finding.severity)},
         {"location",
          {{"path", as_utf8(repository_path(report, finding.region.path))},
           {"lines", {{"begin", finding.region.start.line}}}}}});
  }
  return json_text(entries);
}

} // namespace migcheck
