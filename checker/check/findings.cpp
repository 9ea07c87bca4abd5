#include "check/findings.hpp"

namespace migcheck {

Diagnostic& Findings::report(Location location, std::string message) {
  return report(rule_->severity, std::move(location), std::move(message));
}

Diagnostic&
Findings::report(Severity severity, Location location, std::string message) {
  Diagnostic& added = out_->emplace_back();
  added.rule = rule_;
  added.severity = severity;
  added.location = std::move(location);
  added.message = std::move(message);
  return added;
}

} // namespace migcheck
