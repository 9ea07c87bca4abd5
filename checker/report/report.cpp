#include "report/report.hpp"

#include "report/writers.hpp"

#include <algorithm>
#include <array>

namespace migcheck {
namespace {

constexpr std::array<std::string_view, 7> format_names = {
    "text", "json", "sarif", "junit", "github", "gitlab", "markdown"};

} // namespace

std::optional<Format> format_from(std::string_view name) {
  for (std::size_t i = 0; i < format_names.size(); ++i) {
    if (format_names[i] == name) {
      return static_cast<Format>(i);
    }
  }
  return std::nullopt;
}

std::string write_report(
    const Report& report, Format format, const ReportOptions& options) {
  switch (format) {
  case Format::text:
    return write_text(report, options);
  case Format::json:
    return write_json(report);
  case Format::sarif:
    return write_sarif(report, options);
  case Format::junit:
    return write_junit(report, options);
  case Format::github:
    return write_github(report);
  case Format::gitlab:
    return write_gitlab(report);
  case Format::markdown:
    return write_markdown(report, options);
  }
  return {};
}

int exit_code(const Report& report) {
  if (!report.complete) {
    return 2;
  }
  const auto fails = [&report](const Finding& finding) {
    return report.fail_on != Severity::off &&
           finding.severity >= report.fail_on;
  };
  return std::any_of(report.findings.begin(), report.findings.end(), fails) ? 1
                                                                            : 0;
}

} // namespace migcheck
