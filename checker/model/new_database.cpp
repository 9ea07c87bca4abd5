#include "model/new_database.hpp"

namespace migcheck {

std::vector<std::size_t>
applied_to_new_database(const MigrationDirectory& directory) {
  const std::vector<Migration>& all = directory.migrations;
  std::size_t first = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool configured =
        !directory.baseline.empty() && all[i].entry == directory.baseline;
    if (configured || all[i].kind == MigrationKind::baseline) {
      first = i;
    }
  }
  std::vector<std::size_t> applied;
  for (std::size_t i = first; i < all.size(); ++i) {
    const Migration& migration = all[i];
    // Flyway passes over the version that its baseline stands for.
    const bool stood_for = i > first && !migration.version.empty() &&
                           all[first].kind == MigrationKind::baseline &&
                           migration.version == all[first].version;
    if (migration.kind != MigrationKind::undo &&
        migration.direction != Direction::down && !migration.unlisted &&
        !stood_for) {
      applied.push_back(i);
    }
  }
  return applied;
}

} // namespace migcheck
