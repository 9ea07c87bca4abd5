#include "model/unknown_role.hpp"

#include "model/up_statements.hpp"

namespace migcheck {

bool gives_rights(const MigrationDirectory& directory) {
  return directory.dialect == Dialect::postgresql &&
         any_up_statement(directory, [](const Statement& statement) {
           const StatementKind& kind = statement.kind;
           return kind.verb == StatementVerb::grant ||
                  kind.is(StatementVerb::create, ddl::ObjectKind::policy);
         });
}

} // namespace migcheck
