// `migcheck: allow(rule) reason` and [[ignore]]: what is taken out of the
// report, and what no longer needs to be.
#pragma once

#include "check/selection.hpp"
#include "config/config.hpp"
#include "diagnostic/diagnostic.hpp"
#include "diagnostic/suppression.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace migcheck {

// Whether all that was asked for was read: when it was not, what seems to
// match nothing may match what is missing.
enum class Complete : bool { no, yes };

struct Suppressed {
  std::vector<Diagnostic> kept;                          // in their order
  std::vector<std::pair<Diagnostic, std::string>> taken; // with the reason
};

// Takes out the diagnostics that a comment or an [[ignore]] speaks of, and
// adds those about the suppressions themselves, at their own levels: unknown
// rules (of [rules] too), no reason, nothing suppressed. A suppression of a
// rule that is not enabled is not unused. An [[ignore]] without a path, or
// whose path covers the finding's, matches.
Suppressed apply_suppressions(
    std::vector<Diagnostic> diagnostics,
    const std::vector<Suppression>& comments,
    const Config& config,
    const ActiveRules& active,
    Complete complete);

// The first [[ignore]] of a rule that covers a path; null when there is none.
const IgnoreConfig*
find_ignore(const Config& config, std::string_view rule, std::string_view path);

} // namespace migcheck
