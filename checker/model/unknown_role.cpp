#include "model/unknown_role.hpp"

#include "model/migration.hpp"

#include <algorithm>

namespace migcheck {

bool gives_rights(const MigrationDirectory& directory) {
  const auto gives = [](const Statement& statement) {
    return statement.section == Section::up &&
           (statement.kind.verb == StatementVerb::grant ||
            statement.kind.is(StatementVerb::create, ddl::ObjectKind::policy));
  };
  return directory.dialect == Dialect::postgresql &&
         std::any_of(
             directory.migrations.begin(),
             directory.migrations.end(),
             [&](const Migration& migration) {
               const auto& statements = migration.file.statements;
               return std::any_of(statements.begin(), statements.end(), gives);
             });
}

} // namespace migcheck
