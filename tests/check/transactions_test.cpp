#include "check/transactions.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

struct Case {
  LayoutId layout;
  Dialect dialect;
  bool bare;
  TransactionMode expected;
};

TEST(Transactions, FollowTheLayoutAndTheMarks) {
  using enum LayoutId;
  using Mode = TransactionMode;
  const Dialect postgresql = Dialect::postgresql;
  const Case cases[] = {
      {goose, postgresql, false, Mode::runner},
      {goose, postgresql, true, Mode::none},
      {golang_migrate, postgresql, false, Mode::query},
      {golang_migrate, Dialect::sqlite, false, Mode::runner},
      {golang_migrate, Dialect::mysql, false, Mode::none},
      {dbmate, postgresql, true, Mode::query},
      {sqlx, postgresql, true, Mode::query},
      {diesel, postgresql, true, Mode::query},
      {diesel, Dialect::sqlite, true, Mode::none},
      {flyway, postgresql, false, Mode::runner},
      {flyway, postgresql, true, Mode::none},
      {prisma, postgresql, false, Mode::query},
      {drizzle, postgresql, false, Mode::runner},
      {supabase, postgresql, false, Mode::runner},
      {liquibase_sql, postgresql, true, Mode::none},
      {sqitch, postgresql, false, Mode::none},
      {atlas, postgresql, false, Mode::runner},
      {atlas, postgresql, true, Mode::none},
      {numbered, postgresql, false, Mode::unknown},
      {timestamped, postgresql, false, Mode::unknown}};
  for (const Case& c : cases) {
    MigrationDirectory directory;
    directory.layout = c.layout;
    directory.dialect = c.dialect;
    Migration migration;
    migration.file.annotations.has_up = true;
    Statement statement;
    statement.bare = c.bare;
    EXPECT_EQ(transaction_mode(directory, migration, statement), c.expected)
        << layout(c.layout).name << " " << dialect_name(c.dialect);
  }
}

TEST(Transactions, OfAnUnknownRunnerAreConfigured) {
  DirectoryConfig config;
  MigrationDirectory directory;
  directory.config = &config;
  const auto mode = [&] {
    return transaction_mode(directory, Migration{}, Statement{});
  };
  EXPECT_EQ(mode(), TransactionMode::unknown);
  config.transaction = RunnerTransaction::file;
  EXPECT_EQ(mode(), TransactionMode::runner);
  config.transaction = RunnerTransaction::none;
  EXPECT_EQ(mode(), TransactionMode::none);
}

// A goose file without annotations is run by something else.
TEST(Transactions, OfPlainFilesAmongAnnotatedOnesAreUnknown) {
  MigrationDirectory directory;
  directory.layout = LayoutId::goose;
  EXPECT_EQ(
      transaction_mode(directory, Migration{}, Statement{}),
      TransactionMode::unknown);
}

} // namespace
} // namespace migcheck
