#include "cli/lock_objections.hpp"

#include "check/findings.hpp"
#include "check/rule_table.hpp"
#include "check/selection.hpp"
#include "check/suppressions.hpp"

#include <algorithm>

namespace migcheck {
namespace {

std::vector<Diagnostic> run_migration_rules(
    const Project& project,
    const MigrationDirectory& directory,
    const ActiveRules& active) {
  std::vector<Diagnostic> found;
  for (const Rule* rule : rule_table()) {
    if (!active.enabled(rule->info)) {
      continue;
    }
    Findings findings(rule->info, found);
    if (rule->of_contents) {
      rule->check_directory(project, directory, findings);
    }
    if (rule->check_migration == nullptr) {
      continue;
    }
    for (const Migration& migration : directory.migrations) {
      rule->check_migration(project, directory, migration, findings);
    }
  }
  for (Diagnostic& diagnostic : found) {
    diagnostic.severity = active.level(*diagnostic.rule, diagnostic.severity);
  }
  return found;
}

} // namespace

std::vector<LockObjection>
lock_objections(const Project& project, const MigrationDirectory& directory) {
  const Selection selection;
  const ActiveRules active(selection, *project.config);
  std::vector<Suppression> comments;
  for (const Migration& migration : directory.migrations) {
    const auto& some = migration.file.suppressions;
    comments.insert(comments.end(), some.begin(), some.end());
  }
  // What suppressions themselves lack is the check's to say.
  const Suppressed result = apply_suppressions(
      run_migration_rules(project, directory, active),
      comments,
      *project.config,
      active,
      Complete::no);
  const std::span<const Rule* const> rules = rule_table();
  std::vector<LockObjection> objections;
  for (const Diagnostic& diagnostic : result.kept) {
    const bool of_a_rule =
        std::any_of(rules.begin(), rules.end(), [&](const Rule* rule) {
          return &rule->info == diagnostic.rule;
        });
    if (of_a_rule && diagnostic.severity == Severity::error) {
      objections.push_back(
          {diagnostic.location.path,
           diagnostic.message + " [" + std::string(diagnostic.rule->name) +
               "]"});
    }
  }
  return objections;
}

} // namespace migcheck
