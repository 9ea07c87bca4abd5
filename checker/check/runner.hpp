// Runs the rules over a project.
#pragma once

#include "check/selection.hpp"
#include "diagnostic/diagnostic.hpp"
#include "model/project.hpp"

#include <vector>

namespace migcheck {

// What an enabled rule found, at the level that is in force for it, in the
// order of the rules, on any number of threads (see thread_count()). Findings
// whose level is `off` are dropped.
std::vector<Diagnostic>
run_rules(const Project& project, const ActiveRules& active, unsigned jobs = 1);

// True when an enabled rule needs this.
bool any_rule_needs(const ActiveRules& active, Needs needs);

} // namespace migcheck
