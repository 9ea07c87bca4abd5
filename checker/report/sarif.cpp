// SARIF 2.1.0: one run, all rules, results with places from the repository's
// root. Suppressed findings stay out: GitHub would show them as open.
#include "report/escape.hpp"
#include "report/json_text.hpp"
#include "report/sarif_driver.hpp"
#include "report/shown.hpp"
#include "report/writers.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace migcheck {
namespace {

using RuleIndexes = std::map<std::string_view, std::size_t>;

constexpr std::size_t most_results = 5000; // what GitHub keeps
constexpr std::size_t most_links = 10;

constexpr std::string_view sarif_schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
    "sarif-schema-2.1.0.json";

Json artifact(const Report& report, std::string_view path) {
  return {
      {"uri", uri(repository_path(report, path))}, {"uriBaseId", "%SRCROOT%"}};
}

Json region_of(const Region& region) {
  return {
      {"startLine", region.start.line},
      {"startColumn", region.start.column},
      {"endLine", region.end.line},
      {"endColumn", region.end.column}};
}

Json place(const Report& report, const Region& region) {
  return {
      {"artifactLocation", artifact(report, region.path)},
      {"region", region_of(region)}};
}

// The context is the whole line, where it is known and holds the region.
Json place_of(const Report& report, const Finding& finding) {
  Json location = place(report, finding.region);
  const bool one_line = finding.region.start.line == finding.region.end.line;
  if (finding.excerpt && one_line && !finding.excerpt->more_before &&
      !finding.excerpt->more_after) {
    location["contextRegion"] = {
        {"startLine", finding.region.start.line},
        {"endLine", finding.region.start.line},
        {"snippet", {{"text", as_utf8(finding.excerpt->line)}}}};
  }
  return location;
}

std::string link(const Report& report, const Region& region, std::size_t id) {
  std::string text;
  for (const char byte :
       sarif_message(printable(repository_path(report, region.path)))) {
    if (byte == '\\' || byte == '[' || byte == ']') {
      text += '\\';
    }
    text += byte;
  }
  return fmt::format("[{}]({})", text, id);
}

// The message, and the second places linked from it: a pull request shows a
// finding only where the changed lines are.
std::string message_of(const Report& report, const Finding& finding) {
  std::string text = sarif_message(printable(finding.message));
  const std::size_t linked = std::min(finding.related.size(), most_links);
  for (std::size_t i = 0; i < linked; ++i) {
    text += i == 0 ? " — see " : ", ";
    text += link(report, finding.related[i].region, i + 1);
    text += " (" + sarif_message(printable(finding.related[i].message)) + ")";
  }
  return text;
}

Json related_locations(const Report& report, const Finding& finding) {
  Json locations = Json::array();
  for (std::size_t i = 0; i < finding.related.size(); ++i) {
    const ReportedRelated& related = finding.related[i];
    locations.push_back(
        {{"id", i + 1},
         {"physicalLocation", place(report, related.region)},
         {"message", {{"text", sarif_message(printable(related.message))}}}});
  }
  return locations;
}

Json replacement(const ReportedEdit& edit) {
  Json out = {{"deletedRegion", region_of(edit.region)}};
  if (!edit.text.empty()) {
    out["insertedContent"] = {{"text", as_utf8(edit.text)}};
  }
  return out;
}

// Renames have no form in SARIF: a fix that needs them is left out.
Json fixes(const Report& report, const ReportedFix& fix) {
  Json changes = Json::array();
  std::string_view path;
  for (const ReportedEdit& edit : fix.edits) {
    if (changes.empty() || edit.region.path != path) {
      path = edit.region.path;
      changes.push_back(
          {{"artifactLocation", artifact(report, path)},
           {"replacements", Json::array()}});
    }
    changes.back()["replacements"].push_back(replacement(edit));
  }
  return Json::array(
      {{{"description", {{"text", sarif_message(printable(fix.title))}}},
        {"artifactChanges", std::move(changes)}}});
}

Json result_of(
    const Report& report, const Finding& finding, const RuleIndexes& indexes) {
  Json result = {{"ruleId", finding.rule->name}};
  const auto index = indexes.find(finding.rule->name);
  if (index != indexes.end()) {
    result["ruleIndex"] = index->second;
  }
  result["level"] = severity_name(finding.severity);
  result["message"] = {{"text", message_of(report, finding)}};
  result["locations"] = {{{"physicalLocation", place_of(report, finding)}}};
  Json& fingerprints = result["partialFingerprints"] = Json::object();
  if (!finding.line_hash.empty()) {
    fingerprints["primaryLocationLineHash"] = finding.line_hash;
  }
  fingerprints["migcheckFinding/v1"] = finding.fingerprint;
  if (!finding.related.empty()) {
    result["relatedLocations"] = related_locations(report, finding);
  }
  if (finding.fix && !finding.fix->edits.empty() &&
      finding.fix->renames.empty()) {
    result["fixes"] = fixes(report, *finding.fix);
  }
  return result;
}

// The most severe ones that fit, in the report's order.
std::vector<const Finding*> chosen(const std::vector<Finding>& findings) {
  std::vector<const Finding*> order = by_severity(findings);
  order.resize(std::min(order.size(), most_results));
  std::sort(order.begin(), order.end()); // they point into one array
  return order;
}

Json notification(
    std::size_t index, std::string_view id, const std::string& text) {
  return {
      {"descriptor", {{"id", id}, {"index", index}}},
      {"level", index == sarif_incomplete ? "error" : "warning"},
      {"message", {{"text", sarif_message(text)}}}};
}

Json invocation(const Report& report, std::size_t left_out) {
  Json notifications = Json::array();
  for (const Incomplete& item : report.incomplete) {
    Json entry = notification(
        sarif_incomplete, "incomplete-check", printable(item.message));
    if (!item.path.empty()) {
      entry["locations"] = {
          {{"physicalLocation",
            {{"artifactLocation", artifact(report, item.path)}}}}};
    }
    notifications.push_back(std::move(entry));
  }
  if (left_out > 0) {
    notifications.push_back(notification(
        sarif_left_out,
        "results-left-out",
        counted(left_out, "more finding") + " left out, the least severe"));
  }
  return {
      {"executionSuccessful", report.complete},
      {"exitCode", report.exit_code},
      {"toolExecutionNotifications", std::move(notifications)}};
}

} // namespace

std::string write_sarif(const Report& report, const ReportOptions& options) {
  const RuleIndexes indexes = sarif_rule_indexes();
  Json results = Json::array();
  for (const Finding* finding : chosen(report.findings)) {
    results.push_back(result_of(report, *finding, indexes));
  }
  const std::size_t left_out =
      report.findings.size() - results.size() + report.findings_left_out;
  Json run = {{"tool", {{"driver", sarif_driver(report, options)}}}};
  if (!options.sarif_category.empty()) {
    run["automationDetails"] = {{"id", as_utf8(options.sarif_category) + "/"}};
  }
  run["invocations"] = Json::array({invocation(report, left_out)});
  run["originalUriBaseIds"] = {
      {"%SRCROOT%",
       {{"description", {{"text", "The root of the repository."}}}}}};
  run["columnKind"] = "unicodeCodePoints";
  run["results"] = std::move(results);
  return json_text(
      {{"$schema", sarif_schema},
       {"version", "2.1.0"},
       {"runs", Json::array({std::move(run)})}});
}

} // namespace migcheck
