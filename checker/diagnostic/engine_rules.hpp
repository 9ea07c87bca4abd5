// The engine's own rules: findings that passes make, not rule folders. Their
// pages stand under rules/ like all others.
#pragma once

#include "diagnostic/diagnostic.hpp"

#include <span>

namespace migcheck::engine {

extern const RuleInfo unreadable_file;
extern const RuleInfo limit_reached;
extern const RuleInfo nothing_checked;
extern const RuleInfo unknown_rule;
extern const RuleInfo unused_suppression;
extern const RuleInfo suppression_without_reason;
extern const RuleInfo stale_baseline_entry;

// All of them, by name.
std::span<const RuleInfo* const> rules();

} // namespace migcheck::engine
