#include "model/partition_end.hpp"

#include "model/up_statements.hpp"

namespace migcheck {

bool divides_by_range(const MigrationDirectory& directory) {
  return directory.dialect == Dialect::postgresql &&
         any_up_statement(directory, [](const Statement& statement) {
           return statement.by_range;
         });
}

} // namespace migcheck
