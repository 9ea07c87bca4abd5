#include "report/shown.hpp"

#include "report/escape.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace migcheck {

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string verdict(const Summary& summary) {
  const std::pair<std::size_t, std::string_view> kinds[] = {
      {summary.errors, "error"},
      {summary.warnings, "warning"},
      {summary.notes, "note"}};
  std::string text;
  for (const auto& [count, noun] : kinds) {
    if (count > 0) {
      text += (text.empty() ? "" : ", ") + counted(count, noun);
    }
  }
  return text.empty() ? "no findings" : text;
}

std::string suppressed(const Summary& summary) {
  std::string text = std::to_string(summary.suppressed) + " suppressed";
  if (summary.on_base > 0) {
    text +=
        " (" + std::to_string(summary.on_base) + " of them on the base too)";
  }
  return text;
}

std::string repository_path(const Report& report, std::string_view path) {
  std::string whole = report.prefix;
  whole += path;
  return whole.empty() ? "." : whole;
}

std::string as_utf8(std::string_view bytes) {
  return is_utf8(bytes) ? std::string(bytes) : printable(bytes);
}

std::vector<const Finding*> by_severity(const std::vector<Finding>& findings) {
  std::vector<const Finding*> order;
  order.reserve(findings.size());
  for (const Finding& finding : findings) {
    order.push_back(&finding);
  }
  std::stable_sort(
      order.begin(), order.end(), [](const Finding* a, const Finding* b) {
        return a->severity > b->severity;
      });
  return order;
}

std::string rule_url(
    const Report& report, const ReportOptions& options, std::string_view rule) {
  if (options.repository_url.empty()) {
    return {};
  }
  return fmt::format(
      "{}/blob/v{}/rules/{}/rule.md",
      options.repository_url,
      uri(report.version),
      uri(rule));
}

} // namespace migcheck
