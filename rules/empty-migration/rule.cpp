// A migration that does nothing.
#include "check/rule.hpp"

#include "check/habit.hpp"
#include "model/variants.hpp"
#include "model/version_scheme.hpp"
#include "text/ascii.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <span>

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

using Versions = std::map<std::string_view, std::vector<const Migration*>>;

// A file for one database of several may have nothing to do.
bool may_be_empty(const Versions& versions, const Migration& migration) {
  constexpr std::size_t most_databases = 16;
  const auto& same = versions.at(migration.version);
  const std::span first(same.data(), std::min(same.size(), most_databases));
  return !read_variant(migration.name).database.empty() ||
         std::any_of(first.begin(), first.end(), [&](const Migration* other) {
           return are_variants(migration, *other);
         });
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
  // One database of several may have nothing to do in a version, and the way
  // from one release of an extension to the next must be there all the same.
  if (directory.archived || !directory.family.empty() ||
      is_extension(directory)) {
    return;
  }
  std::vector<const Migration*> empty;
  for (const Migration& migration : directory.migrations) {
    if (is_empty(migration)) {
      empty.push_back(&migration);
    }
  }
  if (empty.empty()) {
    return;
  }
  Versions versions;
  for (const Migration& migration : directory.migrations) {
    versions[migration.version].push_back(&migration);
  }
  std::erase_if(empty, [&](const Migration* migration) {
    return may_be_empty(versions, *migration);
  });
  // Empty files may be wanted: one for each release, or for each database.
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
