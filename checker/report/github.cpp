// GitHub workflow commands. A step shows ten annotations of each kind, so the
// most severe findings come first and the last notice says what is not shown.
#include "report/escape.hpp"
#include "report/shown.hpp"
#include "report/writers.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

#include <array>

namespace migcheck {
namespace {

constexpr std::size_t most_of_a_kind = 10;
constexpr std::size_t longest_message = 4096; // code points

std::string_view command_of(Severity severity) {
  switch (severity) {
  case Severity::error:
    return "error";
  case Severity::warning:
    return "warning";
  case Severity::note:
  case Severity::off:
    break;
  }
  return "notice";
}

struct Annotation {
  std::string_view command;
  std::string_view rule;
  const Region& region;
  std::string message; // printable
};

// The log shows only the text, so the place is in it as well.
std::string spell(const Report& report, const Annotation& annotation) {
  const Region& region = annotation.region;
  const std::string path =
      log_safe(printable(repository_path(report, region.path)));
  std::string properties = fmt::format(
      "file={},line={},endLine={}",
      gh_prop(path),
      region.start.line,
      region.end.line);
  if (region.start.line == region.end.line) {
    properties += fmt::format(
        ",col={},endColumn={}", region.start.column, region.end.column);
  }
  const std::string text = log_safe(fmt::format(
      "{}:{}:{}: {}",
      path,
      region.start.line,
      region.start.column,
      annotation.message));
  return fmt::format(
      "::{} {},title={}::{}\n",
      annotation.command,
      properties,
      gh_prop(annotation.rule),
      gh_data(first_code_points(text, longest_message)));
}

// 0 for errors, 1 for warnings, 2 for notices.
std::size_t kind_of(const Finding& finding) {
  return finding.severity == Severity::error     ? 0
         : finding.severity == Severity::warning ? 1
                                                 : 2;
}

// A pull request shows an annotation only where it changed something, and a
// list that nobody touched is the usual finding: the other file it names is
// annotated too, while there is room for notices.
std::string second_place(const Report& report, const Finding& finding) {
  for (const ReportedRelated& related : finding.related) {
    if (related.region.path != finding.region.path) {
      const std::string message = fmt::format(
          "{}; see {}:{}",
          printable(related.message),
          printable(repository_path(report, finding.region.path)),
          finding.region.start.line);
      return spell(
          report, {"notice", finding.rule->name, related.region, message});
    }
  }
  return {};
}

} // namespace

std::string write_github(const Report& report) {
  std::array<std::size_t, 3> of_kind{};
  for (const Finding& finding : report.findings) {
    ++of_kind[kind_of(finding)];
  }
  std::array<std::size_t, 3> left = {
      most_of_a_kind, most_of_a_kind, most_of_a_kind};
  const bool all_shown = of_kind[0] <= left[0] && of_kind[1] <= left[1] &&
                         of_kind[2] <= left[2] && report.findings_left_out == 0;
  left[2] -= all_shown ? 0 : 1; // the last notice is one too

  std::string out;
  std::size_t more = report.findings_left_out;
  for (const Finding* finding : by_severity(report.findings)) {
    if (left[kind_of(*finding)] == 0) {
      ++more;
      continue;
    }
    --left[kind_of(*finding)];
    out += spell(
        report,
        {command_of(finding->severity),
         finding->rule->name,
         finding->region,
         printable(finding->message)});
  }
  for (const Finding* finding : by_severity(report.findings)) {
    if (left[2] == 0) {
      break;
    }
    const std::string notice = second_place(report, *finding);
    left[2] -= notice.empty() ? 0 : 1;
    out += notice;
  }
  if (more > 0) {
    out += fmt::format(
        "::notice::{}; see the job summary\n", counted(more, "more finding"));
  }
  return out;
}

} // namespace migcheck
