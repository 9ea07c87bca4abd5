#include "check/new_migrations.hpp"

namespace migcheck {

bool is_looked_at(
    const MigrationDirectory& directory, const Migration& migration) {
  return !directory.archived && migration.novelty != Novelty::known &&
         migration.file.read && migration.file.sql;
}

Severity content_level(const Migration& migration, Severity level) {
  return migration.novelty == Novelty::fresh
             ? level
             : std::min(level, Severity::warning);
}

} // namespace migcheck
