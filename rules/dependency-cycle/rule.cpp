// Migrations that depend on each other in a circle.
#include "check/rule.hpp"

#include "model/dependency_cycles.hpp"
#include "text/printable.hpp"

#include <algorithm>

namespace migcheck::rules {
namespace {

// A message names so many migrations; the data name all.
constexpr std::size_t most_named = 50;

std::string shown(const DependencyCycle& cycle) {
  std::string text;
  for (std::size_t i = 0; i < std::min(cycle.size(), most_named); ++i) {
    text += quoted(cycle[i]->from->entry) + " -> ";
  }
  if (cycle.size() > most_named) {
    text += std::to_string(cycle.size() - most_named) + " more -> ";
  }
  return text + quoted(cycle.front()->from->entry);
}

void report(const DependencyCycle& cycle, Findings& findings) {
  const Dependency& first = *cycle.front();
  Diagnostic& finding = findings.report(
      {first.from->path, first.item->span},
      std::to_string(cycle.size()) +
          " migrations depend on each other: " + shown(cycle));
  std::vector<std::string> paths;
  for (const Dependency* dependency : cycle) {
    paths.push_back(dependency->from->path);
    if (dependency != &first && finding.related.size() < most_named) {
      finding.related.push_back(
          {{dependency->from->path, dependency->item->span},
           "depends on " + quoted(dependency->target->entry)});
    }
  }
  finding.help = "drop the dependency on the migration that runs later";
  finding.identity = paths;
  finding.data = {
      {"directory", first.directory->path}, {"cycle", std::move(paths)}};
}

void check(const Project& project, Findings& findings) {
  const std::vector<Dependency> dependencies = find_dependencies(project);
  for (const auto& cycle : find_cycles(dependencies)) {
    report(cycle, findings);
  }
}

} // namespace

extern const Rule dependency_cycle;
const Rule dependency_cycle = {
    .info =
        {.name = "dependency-cycle",
         .summary = "migrations depend on each other in a circle",
         .severity = Severity::error},
    .check_project = check};

} // namespace migcheck::rules
