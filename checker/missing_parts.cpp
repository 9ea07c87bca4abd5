#include "missing_parts.hpp"

#include "diagnostic/engine_rules.hpp"

namespace migcheck {
namespace {

void report_sql_file(LoadedProject& loaded, const SqlFile& file) {
  if (file.failure != ReadFailure::none) {
    report_unread(loaded, file.path, file.failure);
  }
  if (file.statement_too_long) {
    mark_incomplete(
        loaded,
        engine::limit_reached,
        file.path,
        "a statement is longer than limits.statement and was not analysed");
  }
  if (file.nested_too_deep) {
    mark_incomplete(
        loaded,
        engine::limit_reached,
        file.path,
        "parentheses are nested deeper than limits.nesting");
  }
}

void report_migration(LoadedProject& loaded, const Migration& migration) {
  report_sql_file(loaded, migration.file);
  report_sql_file(loaded, *migration.down_file);
  const RunnerSettings& settings = *migration.settings;
  if (settings.failure != ReadFailure::none) {
    report_unread(loaded, settings.path, settings.failure);
  }
}

} // namespace

void mark_incomplete(
    LoadedProject& loaded,
    const RuleInfo& rule,
    const std::string& path,
    const std::string& message) {
  loaded.incomplete.push_back({path, message});
  Diagnostic& added = loaded.diagnostics.emplace_back();
  added.rule = &rule;
  added.severity = rule.severity;
  added.location = {path, {}};
  added.message = message;
  added.identity = {path};
}

void report_unread(
    LoadedProject& loaded, const std::string& path, ReadFailure failure) {
  const RuleInfo& rule = failure == ReadFailure::too_large
                             ? engine::limit_reached
                             : engine::unreadable_file;
  mark_incomplete(
      loaded,
      rule,
      path,
      "cannot be read: " + std::string(read_failure_text(failure)));
}

void report_file_list_problems(LoadedProject& loaded) {
  for (const FileListProblem& problem : loaded.files.problems()) {
    if (problem.incomplete) {
      mark_incomplete(
          loaded, engine::unreadable_file, problem.path, problem.message);
    }
  }
}

void report_unread_migrations(LoadedProject& loaded) {
  for (const MigrationDirectory& directory : loaded.project.directories) {
    for (const auto* group : {&directory.migrations, &directory.retired}) {
      for (const Migration& migration : *group) {
        report_migration(loaded, migration);
      }
    }
  }
}

} // namespace migcheck
