// A migration that does nothing.
#include "check/rule.hpp"

#include "text/ascii.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <array>

namespace migcheck::rules {
namespace {

// Words of a comment that says the file is empty on purpose.
bool is_deliberate(std::string_view comment) {
  constexpr std::array<std::string_view, 14> words = {
      "intention",
      "deliberate",
      "on purpose",
      "no-op",
      "noop",
      "no op",
      "nothing",
      "empty",
      "placeholder",
      "left blank",
      "not needed",
      "no longer",
      "moved to",
      "superseded"};
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return find_ignoring_case(comment, word) != std::string_view::npos;
  });
}

bool is_readable_sql(const SqlFile& file) {
  return file.read && file.sql && !file.utf16 && !file.commands;
}

bool is_empty(const Migration& migration) {
  const SqlFile& file = migration.file;
  const bool applied = migration.kind != MigrationKind::undo &&
                       migration.direction != Direction::down;
  const bool has_up = std::any_of(
      file.statements.begin(),
      file.statements.end(),
      [](const Statement& statement) {
        return statement.section == Section::up;
      });
  return applied && is_readable_sql(file) && !has_up &&
         !is_deliberate(file.head_comment);
}

// Where empty files are many they are a habit: one for each release, or for
// each database.
bool is_habit(std::size_t empty, std::size_t migrations) {
  return empty >= 3 && empty * 10 > migrations;
}

void report(
    const MigrationDirectory& directory,
    const Migration& migration,
    Findings& findings) {
  const bool sections = !migration.file.statements.empty();
  Diagnostic& finding = findings.report(
      {migration.path, {}},
      quoted(migration.entry) + (sections ? " has no statement in its Up part"
                                          : " has no statement"));
  finding.help = "write what it is for, or say in a comment that it is empty "
                 "on purpose";
  finding.data = {{"directory", directory.path}, {"file", migration.path}};
  finding.identity = {directory.path, migration.entry};
}

void check(
    const Project&, const MigrationDirectory& directory, Findings& findings) {
  // One database of several may have nothing to do in a version.
  if (directory.archived || !directory.family.empty()) {
    return;
  }
  std::vector<const Migration*> empty;
  for (const Migration& migration : directory.migrations) {
    if (is_empty(migration)) {
      empty.push_back(&migration);
    }
  }
  if (is_habit(empty.size(), directory.migrations.size())) {
    return;
  }
  for (const Migration* migration : empty) {
    report(directory, *migration, findings);
  }
}

} // namespace

extern const Rule empty_migration;
const Rule empty_migration = {
    .info =
        {.name = "empty-migration",
         .summary = "a migration has no statement in its Up part",
         .severity = Severity::warning},
    .check_directory = check};

} // namespace migcheck::rules
