#include "model/cascades.hpp"

#include <algorithm>

namespace migcheck {

bool drops_with_cascade(const MigrationDirectory& directory) {
  if (directory.dialect != Dialect::postgresql) {
    return false;
  }
  const auto drops = [](const Statement& statement) {
    return statement.section == Section::up &&
           statement.kind.has(StatementFlag::cascade) &&
           (statement.kind.verb == StatementVerb::drop ||
            statement.kind.verb == StatementVerb::alter);
  };
  return std::any_of(
      directory.migrations.begin(),
      directory.migrations.end(),
      [&](const Migration& migration) {
        const auto& statements = migration.file.statements;
        return std::any_of(statements.begin(), statements.end(), drops);
      });
}

} // namespace migcheck
