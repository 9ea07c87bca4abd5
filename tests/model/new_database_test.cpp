#include "model/new_database.hpp"

#include <gtest/gtest.h>

#include <string>

namespace migcheck {
namespace {

Migration make(
    const std::string& entry,
    const std::string& version,
    MigrationKind kind = MigrationKind::versioned,
    Direction direction = Direction::up) {
  Migration migration;
  migration.entry = entry;
  migration.version = version;
  migration.kind = kind;
  migration.direction = direction;
  return migration;
}

std::string applied(const MigrationDirectory& directory) {
  std::string text;
  for (const std::size_t i : applied_to_new_database(directory)) {
    text += (text.empty() ? "" : " ") + directory.migrations[i].entry;
  }
  return text;
}

TEST(NewDatabase, TakesAllThatGoesUp) {
  MigrationDirectory directory;
  directory.migrations = {
      make("1", "1"),
      make("U1", "1", MigrationKind::undo),
      make("2.down", "2", MigrationKind::versioned, Direction::down),
      make("3", "3", MigrationKind::versioned, Direction::both),
      make("R__v", "", MigrationKind::repeatable)};
  EXPECT_EQ(applied(directory), "1 3 R__v");
}

TEST(NewDatabase, LeavesOutWhatTheRunnerDoesNotName) {
  MigrationDirectory directory;
  directory.migrations = {make("1", "1"), make("2", "2"), make("3", "3")};
  directory.migrations[1].unlisted = true;
  EXPECT_EQ(applied(directory), "1 3");
}

TEST(NewDatabase, BeginsAtTheConfiguredBaseline) {
  MigrationDirectory directory;
  directory.migrations = {make("1", "1"), make("2", "2"), make("3", "3")};
  directory.baseline = "2";
  EXPECT_EQ(applied(directory), "2 3");
}

TEST(NewDatabase, BeginsAtTheNewestBaselineMigration) {
  MigrationDirectory directory;
  directory.migrations = {
      make("V1", "1"),
      make("B2", "2", MigrationKind::baseline),
      make("V2", "2"),
      make("V3", "3"),
      make("R__v", "", MigrationKind::repeatable)};
  EXPECT_EQ(applied(directory), "B2 V3 R__v");
}

TEST(NewDatabase, HasNothingForNothing) {
  EXPECT_EQ(applied({}), "");
}

} // namespace
} // namespace migcheck
