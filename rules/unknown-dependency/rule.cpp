// A dependency on a migration that is not there.
#include "check/rule.hpp"

#include "model/dependencies.hpp"
#include "text/nearest.hpp"
#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

// Looking for near names costs as much as there are migrations: more unknown
// dependencies than this get no advice.
constexpr std::size_t most_looked_for = 20;

std::string near_name(const Dependency& dependency) {
  std::vector<std::string_view> names;
  for (const auto* list :
       {&dependency.directory->migrations, &dependency.directory->retired}) {
    for (const Migration& migration : *list) {
      names.push_back(migration.entry);
    }
  }
  return std::string(nearest(dependency.item->target, names));
}

void check(const Project& project, Findings& findings) {
  std::size_t looked_for = 0;
  for (const Dependency& dependency : find_dependencies(project)) {
    if (dependency.kind != DependencyKind::unknown) {
      continue;
    }
    const std::string& target = dependency.item->target;
    Diagnostic& finding = findings.report(
        {dependency.from->path, dependency.item->span},
        quoted(target) + " is no migration that " +
            quoted(dependency.from->entry) + " could depend on");
    finding.data = {
        {"directory", dependency.directory->path}, {"target", target}};
    finding.identity = {target};
    finding.help = "name a file of the same directory, a path from the root, "
                   "or a version";
    if (looked_for++ < most_looked_for) {
      const std::string near = near_name(dependency);
      if (!near.empty()) {
        finding.help = "did you mean " + quoted(near) + "?";
        finding.data.emplace_back("nearest", near);
      }
    }
  }
}

} // namespace

extern const Rule unknown_dependency;
const Rule unknown_dependency = {
    .info =
        {.name = "unknown-dependency",
         .summary = "a migration depends on one that does not exist",
         .severity = Severity::error},
    .check_project = check};

} // namespace migcheck::rules
