// The same dependency twice, with the same remark.
#include "check/rule.hpp"

#include "model/dependencies.hpp"
#include "text/printable.hpp"

#include <map>
#include <tuple>

namespace migcheck::rules {
namespace {

// Who depends, on what (or on which unknown text), with which remark.
using Key = std::tuple<
    const Migration*,
    const Migration*,
    std::string_view,
    std::string_view>;

Key key_of(const Dependency& dependency) {
  const std::string_view text = dependency.target == nullptr
                                    ? std::string_view(dependency.item->target)
                                    : std::string_view();
  return {dependency.from, dependency.target, text, dependency.item->remark};
}

void check(const Project& project, Findings& findings) {
  std::map<Key, const DependsItem*> first;
  for (const Dependency& dependency : find_dependencies(project)) {
    const auto [seen, added] =
        first.emplace(key_of(dependency), dependency.item);
    if (added) {
      continue;
    }
    Diagnostic& finding = findings.report(
        {dependency.from->path, dependency.item->span},
        quoted(dependency.from->entry) + " depends on " +
            quoted(dependency.item->target) + " twice");
    finding.related = {
        {{dependency.from->path, seen->second->span}, "the first time"}};
    finding.help = "drop one, or say in parentheses what each is for";
    finding.data = {
        {"directory", dependency.directory->path},
        {"target", dependency.item->target}};
    finding.identity = {dependency.item->target, dependency.item->remark};
  }
}

} // namespace

extern const Rule repeated_dependency;
const Rule repeated_dependency = {
    .info =
        {.name = "repeated-dependency",
         .summary = "a migration declares the same dependency twice",
         .severity = Severity::warning},
    .check_project = check};

} // namespace migcheck::rules
