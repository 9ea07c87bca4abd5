#include "check/runner.hpp"

#include "check/rule_table.hpp"

namespace migcheck {
namespace {

void run_migrations(
    const Rule& rule, const Project& project, Findings& findings) {
  for (const MigrationDirectory& directory : project.directories) {
    for (const Migration& migration : directory.migrations) {
      rule.check_migration(project, directory, migration, findings);
    }
  }
}

void run_directories(
    const Rule& rule, const Project& project, Findings& findings) {
  for (std::size_t i = 0; i < project.directories.size(); ++i) {
    const MigrationDirectory& directory = project.directories[i];
    if (rule.check_directory != nullptr) {
      rule.check_directory(project, directory, findings);
    }
    if (rule.check_lockfile != nullptr && i < project.lockfiles.size()) {
      rule.check_lockfile(project, directory, project.lockfiles[i], findings);
    }
  }
}

void run_rule(const Rule& rule, const Project& project, Findings& findings) {
  if (rule.check_migration != nullptr) {
    run_migrations(rule, project, findings);
  }
  run_directories(rule, project, findings);
  if (rule.check_list != nullptr) {
    for (const MigrationList& list : project.lists) {
      rule.check_list(project, list, findings);
    }
  }
  if (rule.check_project != nullptr) {
    rule.check_project(project, findings);
  }
}

} // namespace

std::vector<Diagnostic>
run_rules(const Project& project, const ActiveRules& active) {
  std::vector<Diagnostic> diagnostics;
  for (const Rule* rule : rule_table()) {
    if (!active.enabled(rule->info)) {
      continue;
    }
    Findings findings(rule->info, diagnostics);
    run_rule(*rule, project, findings);
  }
  for (Diagnostic& diagnostic : diagnostics) {
    diagnostic.severity = active.level(*diagnostic.rule, diagnostic.severity);
  }
  std::erase_if(diagnostics, [](const Diagnostic& diagnostic) {
    return diagnostic.severity == Severity::off;
  });
  return diagnostics;
}

bool any_rule_needs(const ActiveRules& active, Needs needs) {
  for (const Rule* rule : rule_table()) {
    if (rule->info.needs == needs && active.enabled(rule->info)) {
      return true;
    }
  }
  return false;
}

} // namespace migcheck
