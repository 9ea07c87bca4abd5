#include "model/partition_end.hpp"

#include "model/migration.hpp"

#include <algorithm>

namespace migcheck {

bool divides_by_range(const MigrationDirectory& directory) {
  const auto divides = [](const Statement& statement) {
    return statement.by_range && statement.section == Section::up;
  };
  return directory.dialect == Dialect::postgresql &&
         std::any_of(
             directory.migrations.begin(),
             directory.migrations.end(),
             [&](const Migration& migration) {
               const auto& statements = migration.file.statements;
               return std::any_of(
                   statements.begin(), statements.end(), divides);
             });
}

} // namespace migcheck
