// The table of rules, and the page of one.
#include "check/rule_table.hpp"
#include "check/selection.hpp"
#include "cli/command.hpp"
#include "cli/reports.hpp"
#include "cli/streams.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace migcheck {
namespace {

std::string_view fix_name(FixKind fix) {
  switch (fix) {
  case FixKind::none:
    return "none";
  case FixKind::safe:
    return "safe";
  case FixKind::unsafe:
    return "unsafe";
  }
  return "";
}

std::string rules_text() {
  std::string text;
  for (const RuleInfo* rule : all_rule_infos()) {
    text += fmt::format(
        "{:<30} {:<8} {}{}\n",
        rule->name,
        severity_name(rule->severity),
        rule->summary,
        rule->on_by_default ? "" : " (off by default)");
  }
  return text;
}

std::string rules_json() {
  nlohmann::ordered_json rules = nlohmann::ordered_json::array();
  for (const RuleInfo* rule : all_rule_infos()) {
    rules.push_back(
        {{"name", rule->name},
         {"severity", severity_name(rule->severity)},
         {"on_by_default", rule->on_by_default},
         {"fix", fix_name(rule->fix)},
         {"since", rule->since},
         {"summary", rule->summary}});
  }
  const nlohmann::ordered_json document = {
      {"schema_version", 1}, {"rules", std::move(rules)}};
  return document.dump(2) + "\n";
}

std::string rules_markdown() {
  std::string text =
      "# Rules\n\n"
      "Written by `migcheck rules --format markdown`; the pages are what "
      "`migcheck explain RULE` prints.\n\n"
      "| rule | finds | level | fix |\n|---|---|---|---|\n";
  for (const RuleInfo* rule : all_rule_infos()) {
    text += fmt::format(
        "| [{0}]({0}/rule.md) | {1} | {2}{3} | {4} |\n",
        rule->name,
        rule->summary,
        severity_name(rule->severity),
        rule->on_by_default ? "" : ", off by default",
        rule->fix == FixKind::none ? "" : fix_name(rule->fix));
  }
  return text;
}

// The page, with a line under its title that says what RuleInfo says.
std::string page_of(const RuleInfo& rule) {
  const std::string_view page = rule_page(rule.name);
  const std::size_t title_end = std::min(page.find('\n'), page.size());
  return fmt::format(
      "{}\n\n{}: {}; {}, fix: {}, since {}\n{}",
      page.substr(0, title_end),
      severity_name(rule.severity),
      rule.summary,
      rule.on_by_default ? "on by default" : "off by default",
      fix_name(rule.fix),
      rule.since,
      page.substr(std::min(title_end + 1, page.size())));
}

} // namespace

int run_rules_command(const Environment& environment, const Options& options) {
  Delivery delivery(environment, environment.working_directory);
  for (const Output& output : options.outputs) {
    delivery.give(
        output,
        output.format == "json"       ? rules_json()
        : output.format == "markdown" ? rules_markdown()
                                      : rules_text());
  }
  return delivery.failed() ? exit_failed : exit_clean;
}

int run_explain_command(
    const Environment& environment, const Options& options) {
  const RuleInfo* rule = find_rule(options.word);
  if (rule == nullptr) {
    complain(
        environment,
        no_such_rule(options.word) +
            "\n`migcheck rules` prints the names of all rules");
    return exit_failed;
  }
  return print_raw(environment, page_of(*rule)) ? exit_clean
                                                : output_failed(environment);
}

} // namespace migcheck
