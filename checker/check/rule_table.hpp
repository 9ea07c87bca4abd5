// The table of all rules, generated from the folders under rules/.
#pragma once

#include "check/rule.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace migcheck {

// The page of a rule, rule.md, as users read it.
struct RulePage {
  std::string_view rule;
  std::string_view text;
};

// Rules with a folder of their own, by name.
std::span<const Rule* const> rule_table();

// Pages of all rules, the engine's included, by name.
std::span<const RulePage> page_table();

// The info of any rule, the engine's included; null for an unknown name.
const RuleInfo* find_rule(std::string_view name);

// All infos, by name.
std::vector<const RuleInfo*> all_rule_infos();

// The page of a rule; "" when there is none.
std::string_view rule_page(std::string_view name);

} // namespace migcheck
