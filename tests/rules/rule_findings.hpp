// What one rule finds in a project that a test built.
#pragma once

#include "diagnostic/diagnostic.hpp"
#include "model/project.hpp"

#include <string_view>
#include <vector>

namespace migcheck {

// The findings of the rule of this name, in the order in which it reports
// them. The test fails when there is no such rule.
std::vector<Diagnostic>
findings_of(std::string_view rule, const Project& project);

// The same, of a project with this one directory and nothing else.
std::vector<Diagnostic>
findings_of(std::string_view rule, MigrationDirectory directory);

} // namespace migcheck
