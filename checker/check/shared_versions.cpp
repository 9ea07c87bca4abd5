#include "check/shared_versions.hpp"

#include "model/path_words.hpp"
#include "model/variants.hpp"
#include "text/ascii.hpp"

#include <set>
#include <string>

namespace migcheck {
namespace {

// "001_a.mysql.sql" beside "001_a.sqlite.sql": one migration, each dialect
// once.
bool are_dialect_variants(const MigrationGroup& group) {
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
bool are_database_variants(const MigrationGroup& group) {
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
bool are_steps(const MigrationGroup& group) {
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

} // namespace

VersionKey version_key(const Migration& migration) {
  const bool down = migration.direction == Direction::down;
  return {
      migration.kind,
      down ? Direction::down : Direction::up,
      migration.version};
}

bool takes_version(const Migration& migration) {
  return migration.kind != MigrationKind::repeatable;
}

bool may_share_version(
    const MigrationDirectory& directory, const MigrationGroup& group) {
  return are_dialect_variants(group) || are_database_variants(group) ||
         (!layout(directory.layout).own_order && are_steps(group));
}

} // namespace migcheck
