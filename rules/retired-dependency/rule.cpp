// A dependency on a migration that was retired.
#include "check/rule.hpp"

#include "model/dependencies.hpp"
#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

void check(const Project& project, Findings& findings) {
  for (const Dependency& dependency : find_dependencies(project)) {
    if (dependency.kind != DependencyKind::retired) {
      continue;
    }
    Diagnostic& finding = findings.report(
        {dependency.from->path, dependency.item->span},
        quoted(dependency.from->entry) + " depends on the retired " +
            quoted(dependency.target->entry));
    finding.related = {{{dependency.target->path, {}}, "retired here"}};
    finding.help = "depend on the migration that took its place";
    finding.data = {
        {"directory", dependency.directory->path},
        {"target", dependency.target->path}};
    finding.identity = {dependency.target->path};
  }
}

} // namespace

extern const Rule retired_dependency;
const Rule retired_dependency = {
    .info =
        {.name = "retired-dependency",
         .summary = "a migration depends on a retired one",
         .severity = Severity::error},
    .check_project = check};

} // namespace migcheck::rules
