// A header that does not parse, stands too late, or is nearly one.
#include "check/rule.hpp"

#include "text/printable.hpp"

#include <algorithm>

namespace migcheck::rules {
namespace {

std::string_view message(DependsProblem problem) {
  switch (problem) {
  case DependsProblem::near_miss:
    return "this comment is not read as a dependency";
  case DependsProblem::not_in_head:
    return "this DEPENDS header stands behind the first statement";
  case DependsProblem::no_item:
    return "this DEPENDS header has an empty item";
  case DependsProblem::bad_item:
    break;
  }
  return "this DEPENDS header holds an item that is neither a file, a path nor "
         "a version";
}

std::string_view problem_name(DependsProblem problem) {
  switch (problem) {
  case DependsProblem::near_miss:
    return "near-miss";
  case DependsProblem::not_in_head:
    return "not-in-head";
  case DependsProblem::no_item:
    return "no-item";
  case DependsProblem::bad_item:
    break;
  }
  return "bad-item";
}

std::string help(const MalformedDepends& malformed) {
  if (malformed.problem == DependsProblem::not_in_head) {
    return "move it above the first statement";
  }
  return malformed.suggestion.empty()
             ? "write it as `-- DEPENDS: file.sql, other_file.sql (remark)`"
             : "write it as `" + printable(malformed.suggestion) + "`";
}

// Prose that speaks of a dependency is nearly a header only where headers are
// in use.
bool declares_dependencies(const MigrationDirectory& directory) {
  return std::any_of(
      directory.migrations.begin(),
      directory.migrations.end(),
      [](const Migration& migration) {
        return !migration.file.depends.empty();
      });
}

void check(
    const Project&,
    const MigrationDirectory& directory,
    const Migration& migration,
    Findings& findings) {
  for (const MalformedDepends& malformed : migration.file.malformed_depends) {
    if (malformed.problem == DependsProblem::near_miss &&
        !declares_dependencies(directory)) {
      continue;
    }
    const Severity severity = malformed.problem == DependsProblem::near_miss
                                  ? Severity::warning
                                  : Severity::error;
    Diagnostic& finding = findings.report(
        severity,
        {migration.path, malformed.span},
        std::string(message(malformed.problem)));
    finding.help = help(malformed);
    finding.data = {{"problem", std::string(problem_name(malformed.problem))}};
    if (!malformed.suggestion.empty()) {
      finding.data.emplace_back("suggestion", malformed.suggestion);
    }
    finding.identity = {
        std::string(problem_name(malformed.problem)), malformed.suggestion};
  }
}

} // namespace

extern const Rule malformed_depends;
const Rule malformed_depends = {
    .info =
        {.name = "malformed-depends",
         .summary = "a DEPENDS header that does not parse",
         .severity = Severity::error},
    .check_migration = check};

} // namespace migcheck::rules
