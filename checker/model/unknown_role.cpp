#include "model/unknown_role.hpp"

#include "model/up_statements.hpp"

namespace migcheck {

bool names_roles(const MigrationDirectory& directory) {
  return directory.dialect == Dialect::postgresql &&
         any_up_statement(directory, [](const Statement& statement) {
           const StatementKind& kind = statement.kind;
           return kind.verb == StatementVerb::grant ||
                  kind.has(StatementFlag::names_role) ||
                  kind.is(StatementVerb::create, ddl::ObjectKind::policy) ||
                  kind.is(StatementVerb::alter, ddl::ObjectKind::privileges);
         });
}

} // namespace migcheck
