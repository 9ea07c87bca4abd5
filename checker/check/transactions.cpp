#include "check/transactions.hpp"

namespace migcheck {
namespace {

// What a runner does that sends a file, or a part of one, to the server whole:
// PostgreSQL makes one transaction of the statements of one query.
TransactionMode sent_whole(Dialect dialect) {
  return dialect == Dialect::postgresql ? TransactionMode::query
                                        : TransactionMode::none;
}

TransactionMode golang_migrate_mode(Dialect dialect) {
  return dialect == Dialect::sqlite ? TransactionMode::runner
                                    : sent_whole(dialect);
}

// Without its transaction.
TransactionMode bare_mode(LayoutId layout, Dialect dialect) {
  switch (layout) {
  case LayoutId::dbmate:
  case LayoutId::sqlx:
  case LayoutId::diesel:
    return sent_whole(dialect);
  default:
    return TransactionMode::none;
  }
}

TransactionMode unknown_runner_mode(const MigrationDirectory& directory) {
  const DirectoryConfig* config = directory.config;
  if (config == nullptr || !config->transaction) {
    return TransactionMode::unknown;
  }
  return *config->transaction == RunnerTransaction::file
             ? TransactionMode::runner
             : TransactionMode::none;
}

} // namespace

TransactionMode transaction_mode(
    const MigrationDirectory& directory,
    const Migration& migration,
    const Statement& statement) {
  if (statement.bare) {
    return bare_mode(directory.layout, directory.dialect);
  }
  switch (directory.layout) {
  case LayoutId::goose:
    // A file without annotations is run by something else.
    return migration.file.annotations.has_up ? TransactionMode::runner
                                             : TransactionMode::unknown;
  case LayoutId::golang_migrate:
    return golang_migrate_mode(directory.dialect);
  case LayoutId::prisma:
    return sent_whole(directory.dialect);
  case LayoutId::sqitch:
    return TransactionMode::none;
  case LayoutId::numbered:
  case LayoutId::timestamped:
    return unknown_runner_mode(directory);
  default:
    return TransactionMode::runner;
  }
}

bool has_transactional_ddl(Dialect dialect) {
  return dialect == Dialect::postgresql || dialect == Dialect::sqlite ||
         dialect == Dialect::tsql;
}

} // namespace migcheck
