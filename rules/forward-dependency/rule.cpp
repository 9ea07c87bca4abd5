// A dependency on the migration itself, or on one that runs later.
#include "check/rule.hpp"

#include "model/dependency_cycles.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <set>

namespace migcheck::rules {
namespace {

// What a circle is reported for needs no second finding.
std::set<const Dependency*>
in_cycles(const std::vector<Dependency>& dependencies) {
  std::set<const Dependency*> all;
  for (const DependencyCycle& cycle : find_cycles(dependencies)) {
    all.insert(cycle.begin(), cycle.end());
  }
  return all;
}

void check(const Project& project, Findings& findings) {
  const std::vector<Dependency> dependencies = find_dependencies(project);
  const bool any = std::any_of(
      dependencies.begin(), dependencies.end(), [](const Dependency& one) {
        return one.is_forward();
      });
  if (!any) {
    return;
  }
  const std::set<const Dependency*> circles = in_cycles(dependencies);
  for (const Dependency& dependency : dependencies) {
    if (!dependency.is_forward() || circles.count(&dependency) > 0) {
      continue;
    }
    const bool itself = dependency.from == dependency.target;
    const std::string from = quoted(dependency.from->entry);
    Diagnostic& finding = findings.report(
        {dependency.from->path, dependency.item->span},
        itself ? from + " depends on itself"
               : from + " depends on " + quoted(dependency.target->entry) +
                     ", which runs later");
    if (!itself) {
      finding.related = {{{dependency.target->path, {}}, "runs later"}};
      finding.help = "give the migration that depends a version above the "
                     "other's, or drop the dependency";
    }
    finding.data = {
        {"directory", dependency.directory->path},
        {"target", dependency.target->path}};
    finding.identity = {dependency.target->path};
  }
}

} // namespace

extern const Rule forward_dependency;
const Rule forward_dependency = {
    .info =
        {.name = "forward-dependency",
         .summary = "a migration depends on itself or on one that runs later",
         .severity = Severity::error},
    .check_project = check};

} // namespace migcheck::rules
