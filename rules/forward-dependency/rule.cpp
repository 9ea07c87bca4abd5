// A dependency on the migration itself, or on one that runs later.
#include "check/rule.hpp"

#include "model/dependencies.hpp"
#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

void check(const Project& project, Findings& findings) {
  for (const Dependency& dependency : find_dependencies(project)) {
    if (!dependency.is_forward()) {
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
