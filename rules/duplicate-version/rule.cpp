// Two migrations with one version, compared as their runner compares.
#include "check/rule.hpp"

#include "check/repeats.hpp"
#include "model/path_words.hpp"
#include "model/variants.hpp"
#include "model/version_scheme.hpp"
#include "text/ascii.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace migcheck::rules {
namespace {

using Group = std::vector<const Migration*>;

// "001_a.mysql.sql" beside "001_a.sqlite.sql": one migration, each dialect
// once.
bool are_dialect_variants(const Group& group) {
  std::set<Dialect> dialects;
  for (const Migration* migration : group) {
    const auto dialect = dialect_of_path(migration->name);
    if (!dialect || !dialects.insert(*dialect).second) {
      return false;
    }
  }
  return true;
}

// "001_a.up.sql" for every database but those of "001_a.mysql.up.sql" and
// "001_a.cockroach.up.sql".
bool are_database_variants(const Group& group) {
  for (std::size_t i = 0; i < group.size(); ++i) {
    for (std::size_t j = i + 1; j < group.size(); ++j) {
      if (!are_variants(*group[i], *group[j])) {
        return false;
      }
    }
  }
  return true;
}

// "pre" of "pre_users" and of "users.pre".
std::string step_of(std::string_view name) {
  const std::string_view last = name.substr(name.rfind('.') + 1);
  if (last.size() < name.size() && (last == "pre" || last == "post")) {
    return std::string(last);
  }
  const std::size_t bar = name.find('_');
  return bar == std::string_view::npos ? std::string()
                                       : lower_case(name.substr(0, bar));
}

// "002_a_users.sql" beside "002_b_posts.sql", `pre_` beside `post_`, `Up_`
// beside `Down_`: steps of one version, named so on purpose where no known
// runner forbids it.
bool are_steps(const Group& group) {
  std::set<std::string> steps;
  for (const Migration* migration : group) {
    const std::string step = step_of(migration->name);
    const bool letter = step.size() == 1 && step[0] >= 'a' && step[0] <= 'z';
    const bool told = letter || step == "pre" || step == "post" ||
                      step == "up" || step == "down";
    if (!told || !steps.insert(step).second) {
      return false;
    }
  }
  return true;
}

bool is_legal(const MigrationDirectory& directory, const Group& group) {
  return are_dialect_variants(group) || are_database_variants(group) ||
         (!layout(directory.layout).own_order && are_steps(group));
}

void report(
    const MigrationDirectory& directory,
    const Group& group,
    Findings& findings) {
  std::vector<std::string> files;
  for (const Migration* migration : group) {
    files.push_back(migration->path);
  }
  const Migration& last = *group.back();
  Diagnostic& finding = findings.report(
      {last.path, {}},
      "version " + quoted(last.version_text) + " is used by " +
          std::to_string(group.size()) + " migrations");
  for (std::size_t i = 0; i + 1 < group.size(); ++i) {
    finding.related.push_back({{group[i]->path, {}}, "the same version"});
  }
  finding.help = "give the migration that was not released yet a version "
                 "above all others";
  finding.data = {
      {"directory", directory.path},
      {"version", last.version},
      {"files", std::move(files)}};
  finding.identity = {directory.path, last.version};
}

// Migrations with one key apply one version.
using Key = std::tuple<MigrationKind, Direction, std::string_view>;

Key key_of(const Migration& migration) {
  const bool down = migration.direction == Direction::down;
  return {
      migration.kind,
      down ? Direction::down : Direction::up,
      migration.version};
}

// A runner reads what lies before a baseline too, and stops at it.
Group counted(const MigrationDirectory& directory) {
  Group all;
  all.reserve(directory.migrations.size() + directory.code.size());
  for (const auto* migrations : {&directory.migrations, &directory.code}) {
    for (const Migration& migration : *migrations) {
      if (migration.kind != MigrationKind::repeatable) {
        all.push_back(&migration);
      }
    }
  }
  return all;
}

void check(
    const Project&, const MigrationDirectory& directory, Findings& findings) {
  if (directory.archived || !directory.manifests.empty()) {
    return;
  }
  const Group all = counted(directory);
  std::vector<Key> keys;
  keys.reserve(all.size());
  for (const Migration* migration : all) {
    keys.push_back(key_of(*migration));
  }
  if (!has_repeats(keys)) {
    return;
  }
  std::map<Key, Group> groups;
  for (const Migration* migration : all) {
    groups[key_of(*migration)].push_back(migration);
  }
  for (const auto& [key, group] : groups) {
    if (group.size() > 1 && !is_legal(directory, group)) {
      report(directory, group, findings);
    }
  }
}

} // namespace

extern const Rule duplicate_version;
const Rule duplicate_version = {
    .info =
        {.name = "duplicate-version",
         .summary = "two migrations have the same version",
         .severity = Severity::error},
    .check_directory = check};

} // namespace migcheck::rules
