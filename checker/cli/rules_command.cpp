// The table of rules, and the page of one.
#include "check/rule_table.hpp"
#include "check/selection.hpp"
#include "cli/command.hpp"
#include "cli/reports.hpp"
#include "cli/streams.hpp"
#include "report/inventory.hpp"

#include <fmt/format.h>

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

// As a run without configuration uses them.
std::vector<RuleRow> rule_rows() {
  std::vector<RuleRow> rows;
  for (const RuleInfo* rule : all_rule_infos()) {
    rows.push_back({rule, rule->severity, rule->on_by_default});
  }
  return rows;
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
        output.format == "json"       ? write_rules_json(rule_rows())
        : output.format == "markdown" ? rules_markdown()
                                      : write_rules_text(rule_rows()));
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
