#include "diagnostic/engine_rules.hpp"

#include <array>

namespace migcheck::engine {

const RuleInfo unreadable_file = {
    "unreadable-file",
    "a file that must be checked cannot be read",
    Severity::error};
const RuleInfo limit_reached = {
    "limit-reached",
    "a limit kept something from being checked",
    Severity::error};
const RuleInfo nothing_checked = {
    "nothing-checked",
    "no migration was found, or all were skipped by name",
    Severity::error};
const RuleInfo unknown_rule = {
    "unknown-rule", "a rule name that no rule has", Severity::error};
const RuleInfo unused_suppression = {
    "unused-suppression",
    "a suppression that suppresses nothing",
    Severity::warning};
const RuleInfo suppression_without_reason = {
    "suppression-without-reason",
    "a suppression that gives no reason",
    Severity::warning};
const RuleInfo stale_baseline_entry = {
    "stale-baseline-entry",
    "a configured exception that no longer matches anything",
    Severity::warning};

std::span<const RuleInfo* const> rules() {
  static const std::array<const RuleInfo*, 7> all = {
      &limit_reached,
      &nothing_checked,
      &stale_baseline_entry,
      &suppression_without_reason,
      &unknown_rule,
      &unreadable_file,
      &unused_suppression};
  return all;
}

} // namespace migcheck::engine
