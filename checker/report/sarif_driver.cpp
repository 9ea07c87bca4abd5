#include "report/sarif_driver.hpp"

#include "check/rule_table.hpp"
#include "report/shown.hpp"
#include "text/printable.hpp"

#include <algorithm>

namespace migcheck {
namespace {

constexpr std::size_t longest_description = 1024; // GitHub's limit

// `duplicate-version` -> `DuplicateVersion`.
std::string pascal_case(std::string_view name) {
  std::string out;
  bool start = true;
  for (const char byte : name) {
    if (byte == '-') {
      start = true;
      continue;
    }
    const bool lower = byte >= 'a' && byte <= 'z';
    out += start && lower ? static_cast<char>(byte - 'a' + 'A') : byte;
    start = false;
  }
  return out;
}

std::string sentence(std::string_view summary) {
  std::string out(summary);
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') {
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
  }
  return out + ".";
}

// The paragraphs under `## heading` of a page, joined to one line.
std::string section(std::string_view page, std::string_view heading) {
  const std::string opening = "\n## " + std::string(heading) + "\n";
  const std::size_t found = page.find(opening);
  if (found == std::string_view::npos) {
    return {};
  }
  page.remove_prefix(found + opening.size());
  page = page.substr(0, page.find("\n## "));
  std::string out;
  for (const char byte : page) {
    const bool blank = byte == '\n' || byte == ' ';
    if (blank && (out.empty() || out.back() == ' ')) {
      continue;
    }
    out += blank ? ' ' : byte;
  }
  out.resize(out.find_last_not_of(' ') + 1);
  return out;
}

std::string full_description(const RuleInfo& info, std::string_view page) {
  const std::string text = section(page, "What it finds");
  if (text.empty()) {
    return sentence(info.summary);
  }
  return std::string(first_code_points(text, longest_description));
}

std::string_view level_of(Severity severity) {
  return severity == Severity::off ? "none" : severity_name(severity);
}

std::string_view problem_severity(Severity severity) {
  return severity == Severity::error     ? "error"
         : severity == Severity::warning ? "warning"
                                         : "recommendation";
}

Json tags_of(const RuleInfo& info) {
  Json tags = {"migrations"};
  if (info.needs == Needs::lists || info.needs == Needs::listed_statements) {
    tags.push_back("lists");
  } else if (info.needs == Needs::lockfile) {
    tags.push_back("lockfile");
  }
  return tags;
}

Json rule_json(
    const RuleInfo& info, const Report& report, const ReportOptions& options) {
  const std::string_view page = rule_page(info.name);
  const std::string text =
      page.empty() ? sentence(info.summary) : as_utf8(page);
  Json rule = {
      {"id", info.name},
      {"name", pascal_case(info.name)},
      {"shortDescription", {{"text", sentence(info.summary)}}},
      {"fullDescription", {{"text", full_description(info, page)}}},
      {"help", {{"text", text}, {"markdown", text}}},
      {"defaultConfiguration",
       {{"enabled", info.on_by_default}, {"level", level_of(info.severity)}}},
      {"properties",
       {{"tags", tags_of(info)},
        {"precision", "high"},
        {"problem.severity", problem_severity(info.severity)}}}};
  if (const std::string url = rule_url(report, options, info.name);
      !url.empty()) {
    rule["helpUri"] = url;
  }
  return rule;
}

Json notification(
    std::string_view id, std::string_view what, std::string_view help) {
  return {
      {"id", id},
      {"name", pascal_case(id)},
      {"shortDescription", {{"text", what}}},
      {"fullDescription", {{"text", what}}},
      {"help", {{"text", help}}}};
}

} // namespace

std::map<std::string_view, std::size_t> sarif_rule_indexes() {
  std::map<std::string_view, std::size_t> indexes;
  for (const RuleInfo* info : all_rule_infos()) {
    indexes.emplace(info->name, indexes.size());
  }
  return indexes;
}

Json sarif_driver(const Report& report, const ReportOptions& options) {
  Json driver = {
      {"name", "migcheck"},
      {"version", report.version},
      {"semanticVersion", report.version}};
  if (!options.repository_url.empty()) {
    driver["informationUri"] = options.repository_url;
  }
  Json rules = Json::array();
  for (const RuleInfo* info : all_rule_infos()) {
    rules.push_back(rule_json(*info, report, options));
  }
  driver["rules"] = std::move(rules);
  driver["notifications"] = {
      notification(
          "incomplete-check",
          "Something could not be checked.",
          "Make the input readable, or raise the limit in migcheck.toml."),
      notification(
          "results-left-out",
          "The report holds only the most severe findings.",
          "The text and JSON reports hold more; limits.findings sets how "
          "many.")};
  return driver;
}

std::string sarif_message(std::string_view text) {
  std::string out;
  for (const char byte : text) {
    if (byte == '(' && !out.empty() && out.back() == ']') {
      out += ' ';
    }
    out += byte;
    if (byte == '{' || byte == '}') {
      out += byte;
    }
  }
  return out;
}

} // namespace migcheck
