// Which rules run and at which level: defaults, configuration, command line.
#pragma once

#include "config/config.hpp"
#include "diagnostic/diagnostic.hpp"

#include <string>
#include <utility>
#include <vector>

namespace migcheck {

// From the command line; it overrules the configuration. Names are rules, or
// prefixes that end in `*`.
struct Selection {
  std::vector<std::string> select; // empty: the default set
  std::vector<std::string> ignore;
  std::vector<std::pair<std::string, Severity>> severity;
};

class ActiveRules {
 public:
  ActiveRules(const Selection& selection, const Config& config);

  bool enabled(const RuleInfo& rule) const;

  // The level of a finding that the rule reported at `reported`.
  Severity level(const RuleInfo& rule, Severity reported) const;

 private:
  const Selection* selection_;
  const Config* config_;
};

} // namespace migcheck
