// Which rules run and at which level: defaults, configuration, command line.
#pragma once

#include "config/config.hpp"
#include "diagnostic/diagnostic.hpp"
#include "diagnostic/error.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace migcheck {

// From the command line; it overrules the configuration. Names are rules, or
// prefixes that end in `*`.
struct Selection {
  std::vector<std::string> select; // empty: the default set
  std::vector<std::string> ignore;
  std::vector<std::pair<std::string, Severity>> severity; // the last one wins
  bool strict = false; // the default set holds the authoring rules too
};

// True when a name, or a prefix that ends in `*`, stands for the rule.
bool names_rule(std::string_view pattern, std::string_view rule);

// An error, one line per name, when a name of the command line stands for no
// rule; with the nearest one that there is.
Result<void> check_names(const Selection& selection);

// `rule "x" does not exist, did you mean "y"?`
std::string no_such_rule(std::string_view name);

// The arguments must outlive the object.
class ActiveRules {
 public:
  ActiveRules(const Selection& selection, const Config& config);

  // Whether the rule runs. The engine's rules that say why a check is not
  // complete run whatever is selected, unless they are ignored by name.
  bool enabled(const RuleInfo& rule) const;

  // The level of a finding that the rule reported at `reported`.
  Severity level(const RuleInfo& rule, Severity reported) const;

 private:
  const Selection* selection_;
  const Config* config_;
};

} // namespace migcheck
