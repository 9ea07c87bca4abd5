#include "rule_findings.hpp"

#include "check/rule_table.hpp"
#include "check/runner.hpp"

#include <gtest/gtest.h>

namespace migcheck {

std::vector<Diagnostic>
findings_of(std::string_view rule, const Project& project) {
  EXPECT_NE(find_rule(rule), nullptr) << rule;
  Selection selection;
  selection.select = {std::string(rule)};
  const Config defaults;
  return run_rules(project, ActiveRules(selection, defaults));
}

std::vector<Diagnostic>
findings_of(std::string_view rule, MigrationDirectory directory) {
  Project project;
  project.directories.push_back(std::move(directory));
  return findings_of(rule, project);
}

} // namespace migcheck
