#include "check/rule_table.hpp"

#include "diagnostic/engine_rules.hpp"

#include <algorithm>
#include <vector>

namespace migcheck {

std::vector<const RuleInfo*> all_rule_infos() {
  std::vector<const RuleInfo*> infos(
      engine::rules().begin(), engine::rules().end());
  for (const Rule* rule : rule_table()) {
    infos.push_back(&rule->info);
  }
  std::sort(infos.begin(), infos.end(), [](const auto* a, const auto* b) {
    return a->name < b->name;
  });
  return infos;
}

const RuleInfo* find_rule(std::string_view name) {
  for (const RuleInfo* info : engine::rules()) {
    if (info->name == name) {
      return info;
    }
  }
  for (const Rule* rule : rule_table()) {
    if (rule->info.name == name) {
      return &rule->info;
    }
  }
  return nullptr;
}

std::string_view rule_page(std::string_view name) {
  for (const RulePage& page : page_table()) {
    if (page.rule == name) {
      return page.text;
    }
  }
  return {};
}

} // namespace migcheck
