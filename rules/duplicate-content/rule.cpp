// Two migrations that hold the same SQL.
#include "check/rule.hpp"

#include "check/repeats.hpp"
#include "model/variants.hpp"
#include "model/version_scheme.hpp"
#include "text/path_parts.hpp"
#include "text/printable.hpp"

#include <map>

namespace migcheck::rules {
namespace {

// Below it a file is a placeholder, or one command that may well be repeated.
constexpr std::uint32_t shortest_statement = 30;

using NameCounts = std::map<std::string_view, std::size_t>;

// One statement under two names may be meant: a view that is refreshed again,
// a function that goes back to an earlier form. A name that stands there twice,
// or the same several statements, is a copy.
bool counts_as_copy(
    const Migration& a, const Migration& b, const NameCounts& names) {
  const auto& statements = a.file.statements;
  std::uint32_t longest = 0;
  std::size_t up = 0;
  for (const Statement& statement : statements) {
    up += statement.section == Section::up ? 1 : 0;
    longest = std::max(longest, statement.span.size());
  }
  return up > 0 && longest >= shortest_statement &&
         ((a.name == b.name && names.at(a.name) == 2) || up > 1);
}

bool is_candidate(const Migration& migration) {
  return migration.kind == MigrationKind::versioned && migration.file.read &&
         migration.file.sql && !migration.file.utf16 &&
         migration.direction != Direction::down &&
         !migration.file.statements.empty();
}

void report(
    const MigrationDirectory& directory,
    const Migration& first,
    const Migration& second,
    Findings& findings) {
  Diagnostic& finding = findings.report(
      {second.path, {}},
      quoted(second.entry) + " holds the same SQL as " + quoted(first.entry));
  finding.related.push_back({{first.path, {}}, "the same SQL"});
  finding.help = "delete the one that no database has applied";
  finding.data = {
      {"directory", directory.path},
      {"files", std::vector<std::string>{first.path, second.path}}};
  finding.identity = {directory.path, first.entry, second.entry};
}

// The keys alone: a folder of its own may still tell the files apart.
bool holds_copies(const MigrationDirectory& directory) {
  std::vector<ContentKey> keys;
  keys.reserve(directory.migrations.size());
  for (const Migration& migration : directory.migrations) {
    if (is_candidate(migration)) {
      keys.push_back(migration.file.acts);
    }
  }
  return has_repeats(keys);
}

void check(
    const Project&, const MigrationDirectory& directory, Findings& findings) {
  // Scripts that install two releases of an extension may well be equal.
  if (directory.archived || is_extension(directory)) {
    return;
  }
  if (!holds_copies(directory)) {
    return;
  }
  NameCounts names;
  for (const Migration& migration : directory.migrations) {
    ++names[migration.name];
  }
  // Subfolders of a recursive layout may hold one migration per database.
  std::map<std::pair<std::string_view, ContentKey>, const Migration*> seen;
  for (const Migration& migration : directory.migrations) {
    if (!is_candidate(migration)) {
      continue;
    }
    const std::string_view folder = parent_folder(migration.path);
    const auto [found, added] =
        seen.try_emplace({folder, migration.file.acts}, &migration);
    if (!added && !are_variants(*found->second, migration) &&
        counts_as_copy(*found->second, migration, names)) {
      report(directory, *found->second, migration, findings);
    }
  }
}

} // namespace

extern const Rule duplicate_content;
const Rule duplicate_content = {
    .info =
        {.name = "duplicate-content",
         .summary = "two migrations hold the same SQL",
         .severity = Severity::warning},
    .check_directory = check};

} // namespace migcheck::rules
