// The sink that a rule reports to. It is bound to one rule.
#pragma once

#include "diagnostic/diagnostic.hpp"

#include <string>
#include <vector>

namespace migcheck {

class Findings {
 public:
  Findings(const RuleInfo& rule, std::vector<Diagnostic>& out)
      : rule_(&rule), out_(&out) {}

  // Adds a finding at the rule's own severity and returns it, for the parts
  // that it has besides. The reference holds until the next report().
  Diagnostic& report(Location location, std::string message);

  // The same at a lower severity.
  Diagnostic& report(Severity severity, Location location, std::string message);

 private:
  const RuleInfo* rule_;
  std::vector<Diagnostic>* out_;
};

} // namespace migcheck
