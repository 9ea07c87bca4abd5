#include "config/section.hpp"
#include "config/tables.hpp"
#include "text/printable.hpp"

#include <array>

namespace migcheck {
namespace {

constexpr std::array<std::string_view, 2> rule_keys = {"level", "months"};

constexpr int most_months = 1200;

constexpr std::array<std::string_view, 4> levels = {
    "off", "note", "warning", "error"};

} // namespace

RuleConfig read_rule(const TomlMember& rule, Problems& problems) {
  RuleConfig out;
  out.location = {problems.path(), rule.key_span};
  out.rule = rule.key;
  const TomlValue* level = &rule.value;
  if (rule.value.kind == TomlKind::table) {
    const std::string name = "rule " + quoted(rule.key);
    ConfigSection section(rule.value, name, rule_keys, problems);
    level = section.find("level");
    out.months = section.number("months", most_months);
  }
  if (level != nullptr &&
      has_kind(*level, "level", TomlKind::string, problems)) {
    out.level = severity_from(level->text);
    if (!out.level) {
      problems.add(level->span, "level " + not_one_of(level->text, levels));
    }
  }
  return out;
}

} // namespace migcheck
