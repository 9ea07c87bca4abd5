#include "check/new_migrations.hpp"
#include "lock/novelty.hpp"

#include <gtest/gtest.h>

#include <string>

namespace migcheck {
namespace {

Digest digest(std::uint8_t byte) {
  Digest made{};
  made[0] = byte;
  return made;
}

// Migrations 1 to 5; number N has the content N.
MigrationDirectory directory() {
  MigrationDirectory made;
  made.path = "m";
  for (std::uint8_t i = 1; i <= 5; ++i) {
    Migration& migration = made.migrations.emplace_back();
    migration.entry = "00" + std::to_string(i) + "_a.sql";
    migration.path = "m/" + migration.entry;
    migration.version = std::to_string(i);
    migration.version_text = "00" + std::to_string(i);
    migration.file.read = true;
    migration.file.neutral = digest(i);
  }
  return made;
}

void lock(Lockfile& lockfile, const std::string& entry, std::uint8_t content) {
  LockLine& line = lockfile.lines.emplace_back();
  line.entry = entry;
  line.neutral = digest(content);
}

// A letter for each: unknown, known, fresh.
std::string novelty(MigrationDirectory made, const Lockfile& lockfile) {
  tell_novelty(made, lockfile, nullptr);
  std::string shown;
  for (const Migration& migration : made.migrations) {
    shown += "ukf"[static_cast<std::size_t>(migration.novelty)];
  }
  return shown;
}

TEST(Novelty, IsToldByTheLockfile) {
  Lockfile lockfile;
  EXPECT_EQ(novelty(directory(), lockfile), "uuuuu");
  lockfile.present = true;
  lockfile.lexer = lexer_version;
  lock(lockfile, "001_a.sql", 1);
  lock(lockfile, "002_a.sql", 9); // edited
  lock(lockfile, "003_b.sql", 3); // renamed
  EXPECT_EQ(novelty(directory(), lockfile), "kkkff");
  MigrationDirectory repeatable = directory();
  repeatable.migrations[4].kind = MigrationKind::repeatable;
  EXPECT_EQ(novelty(repeatable, lockfile), "kkkfu");
  lockfile.problems.push_back({{}, "damaged", 1});
  EXPECT_EQ(novelty(directory(), lockfile), "uuuuu");
}

TEST(Novelty, BeginsAtTheBaseline) {
  MigrationDirectory made = directory();
  made.baseline = "003_a.sql";
  EXPECT_EQ(novelty(made, Lockfile{}), "kkuuu");
}

struct Found {
  const Migration* migration;
};

TEST(NewMigrations, LeaveHistoryAlone) {
  MigrationDirectory made = directory();
  const auto left = [&](std::size_t count) {
    std::vector<Found> found;
    for (std::size_t i = 0; i < count; ++i) {
      found.push_back({&made.migrations[i]});
      found.push_back({&made.migrations[i]});
    }
    leave_out_history(made, found);
    return found.size();
  };
  EXPECT_EQ(left(2), 4u);
  EXPECT_EQ(left(3), 0u); // of five
  made.migrations[1].novelty = Novelty::fresh;
  EXPECT_EQ(left(3), 6u);
  EXPECT_EQ(left(5), 2u);
}

TEST(NewMigrations, AreLookedAtAndErrorsWhereFresh) {
  MigrationDirectory made = directory();
  Migration& migration = made.migrations[0];
  EXPECT_TRUE(is_looked_at(made, migration));
  EXPECT_EQ(content_level(migration, Severity::error), Severity::warning);
  EXPECT_EQ(content_level(migration, Severity::note), Severity::note);
  migration.novelty = Novelty::fresh;
  EXPECT_EQ(content_level(migration, Severity::error), Severity::error);
  migration.novelty = Novelty::known;
  EXPECT_FALSE(is_looked_at(made, migration));
  migration.novelty = Novelty::fresh;
  made.archived = true;
  EXPECT_FALSE(is_looked_at(made, migration));
}

} // namespace
} // namespace migcheck
