// Which transaction a statement of a migration runs in, as far as the layout,
// the file's own marks and the configuration tell.
#pragma once

#include "model/migration.hpp"

#include <cstdint>

namespace migcheck {

enum class TransactionMode : std::uint8_t {
  unknown, // no known runner, and the configuration does not tell
  runner,  // the runner puts one around the part that the statement is in
  query,   // the part is sent as one query: several statements of it are one
           // transaction, a single one is none
  none     // each statement stands by itself
};

// The mode of a statement of `migration.file` or `migration.down_file`. What
// BEGIN and COMMIT in the file do comes on top.
TransactionMode transaction_mode(
    const MigrationDirectory& directory,
    const Migration& migration,
    const Statement& statement);

// True for databases that undo DDL when a transaction is rolled back.
bool has_transactional_ddl(Dialect dialect);

} // namespace migcheck
