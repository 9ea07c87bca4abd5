// What rules on contents look at. An applied migration cannot be changed any
// more: saying what is wrong with it helps nobody, and blocks whoever adds the
// next one.
#pragma once

#include "check/habit.hpp"
#include "diagnostic/diagnostic.hpp"
#include "model/migration.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <vector>

namespace migcheck {

// False for migrations that are known to be applied, and in archives.
bool is_looked_at(
    const MigrationDirectory& directory, const Migration& migration);

// The level of a finding: where nothing tells whether the migration was
// applied, at most a warning.
Severity content_level(const Migration& migration, Severity level);

// Where nothing tells what was applied, this many migrations of a directory
// may be slips; more are how the project does it.
inline constexpr std::size_t most_slips = 3;

// Takes out what was found (of structs that hold `migration`) in migrations
// that may have been applied, where there are more of them than slips.
template <typename Found>
void leave_out_history(
    const MigrationDirectory& directory, std::vector<Found>& found) {
  const auto may_be_applied = [](const Found& one) {
    return one.migration->novelty != Novelty::fresh;
  };
  std::set<const Migration*> old;
  for (const Found& one : found) {
    if (may_be_applied(one)) {
      old.insert(one.migration);
    }
  }
  if (old.size() > most_slips ||
      is_habit(old.size(), directory.migrations.size())) {
    std::erase_if(found, may_be_applied);
  }
}

} // namespace migcheck
