#include "check/runner.hpp"

#include "check/rule_table.hpp"
#include "io/parallel.hpp"

#include <iterator>

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
run_rules(const Project& project, const ActiveRules& active, unsigned jobs) {
  std::vector<const Rule*> rules;
  for (const Rule* rule : rule_table()) {
    if (active.enabled(rule->info)) {
      rules.push_back(rule);
    }
  }
  std::vector<std::vector<Diagnostic>> found(rules.size());
  const auto run = [&](unsigned, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      Findings findings(rules[i]->info, found[i]);
      run_rule(*rules[i], project, findings);
    }
  };
  for_each_chunk(
      rules.size(), thread_count(jobs, count_migrations(project)), 1, run);

  std::vector<Diagnostic> diagnostics;
  for (std::vector<Diagnostic>& of_rule : found) {
    diagnostics.insert(
        diagnostics.end(),
        std::make_move_iterator(of_rule.begin()),
        std::make_move_iterator(of_rule.end()));
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
