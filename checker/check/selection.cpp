#include "check/selection.hpp"

#include "check/rule_table.hpp"
#include "diagnostic/engine_rules.hpp"
#include "text/nearest.hpp"
#include "text/printable.hpp"

#include <algorithm>

namespace migcheck {
namespace {

bool names_rule_in(
    const std::vector<std::string>& patterns, std::string_view rule) {
  return std::any_of(
      patterns.begin(), patterns.end(), [&](const std::string& pattern) {
        return names_rule(pattern, rule);
      });
}

// The level that the command line sets.
std::optional<Severity>
set_level(const Selection& selection, std::string_view rule) {
  std::optional<Severity> level;
  for (const auto& [pattern, severity] : selection.severity) {
    if (names_rule(pattern, rule)) {
      level = severity;
    }
  }
  return level;
}

std::optional<Severity>
configured_level(const Config& config, std::string_view rule) {
  std::optional<Severity> level;
  for (const RuleConfig& entry : config.rules) {
    if (entry.rule == rule && entry.level) {
      level = entry.level;
    }
  }
  return level;
}

bool says_incomplete(const RuleInfo& rule) {
  return &rule == &engine::unreadable_file || &rule == &engine::limit_reached ||
         &rule == &engine::nothing_checked;
}

void check_name(std::string_view pattern, std::string& problems) {
  const auto rules = all_rule_infos();
  const bool known =
      std::any_of(rules.begin(), rules.end(), [&](const RuleInfo* rule) {
        return names_rule(pattern, rule->name);
      });
  if (!known) {
    problems += (problems.empty() ? "" : "\n") + no_such_rule(pattern);
  }
}

} // namespace

bool names_rule(std::string_view pattern, std::string_view rule) {
  if (pattern.ends_with('*')) {
    return rule.starts_with(pattern.substr(0, pattern.size() - 1));
  }
  return pattern == rule;
}

std::string no_such_rule(std::string_view name) {
  std::vector<std::string_view> names;
  for (const RuleInfo* rule : all_rule_infos()) {
    names.push_back(rule->name);
  }
  return "rule " + quoted(name) + " does not exist" + did_you_mean(name, names);
}

Result<void> check_names(const Selection& selection) {
  std::string problems;
  for (const std::string& name : selection.select) {
    check_name(name, problems);
  }
  for (const std::string& name : selection.ignore) {
    check_name(name, problems);
  }
  for (const auto& [name, severity] : selection.severity) {
    check_name(name, problems);
  }
  if (!problems.empty()) {
    return fail(problems);
  }
  return {};
}

ActiveRules::ActiveRules(const Selection& selection, const Config& config)
    : selection_(&selection), config_(&config) {}

bool ActiveRules::enabled(const RuleInfo& rule) const {
  const auto level = set_level(*selection_, rule.name);
  if (names_rule_in(selection_->ignore, rule.name) || level == Severity::off) {
    return false;
  }
  if (!selection_->select.empty()) {
    return names_rule_in(selection_->select, rule.name) ||
           says_incomplete(rule);
  }
  if (level) {
    return true;
  }
  const auto configured = configured_level(*config_, rule.name);
  return configured ? *configured != Severity::off
                    : rule.on_by_default || selection_->strict;
}

Severity ActiveRules::level(const RuleInfo& rule, Severity reported) const {
  if (const auto level = set_level(*selection_, rule.name)) {
    return *level;
  }
  const auto configured = configured_level(*config_, rule.name);
  return configured && *configured != Severity::off ? *configured : reported;
}

} // namespace migcheck
