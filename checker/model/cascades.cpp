#include "model/cascades.hpp"

#include "model/up_statements.hpp"

namespace migcheck {

bool drops_with_cascade(const MigrationDirectory& directory) {
  return directory.dialect == Dialect::postgresql &&
         any_up_statement(directory, [](const Statement& statement) {
           const StatementKind& kind = statement.kind;
           return kind.has(StatementFlag::cascade) &&
                  (kind.verb == StatementVerb::drop ||
                   kind.verb == StatementVerb::alter);
         });
}

} // namespace migcheck
