#include "io/memory_reader.hpp"
#include "model/ddl.hpp"
#include "sql/load.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

Migration migration(std::string path, std::string down = "") {
  Migration made;
  made.path = std::move(path);
  made.down = std::move(down);
  return made;
}

MigrationDirectory
directory(std::string path, std::vector<Migration> migrations) {
  MigrationDirectory made;
  made.path = std::move(path);
  made.migrations = std::move(migrations);
  return made;
}

TEST(LoadMigrations, ReadsEveryFileOnce) {
  MemoryReader reader{
      {"m/1.up.sql", "a;-- migcheck: allow(x) y\n"},
      {"m/1.down.sql", "b; c;"},
      {"m/2.go", "package m\r\n"},
      {"m/3.sql.retired", "-- gone: why\na;"}};
  reader.add_failing("m/4.sql", ReadFailure::denied);
  std::vector<MigrationDirectory> directories{directory(
      "m",
      {migration("m/1.up.sql", "m/1.down.sql"),
       migration("m/2.go"),
       migration("m/4.sql"),
       migration("m/5.sql")})};
  directories[0].retired.push_back(migration("m/3.sql.retired"));
  directories[0].retired[0].retired = true;
  load_migrations(reader, directories, Limits{}, {1});

  const std::vector<Migration>& loaded = directories[0].migrations;
  EXPECT_TRUE(loaded[0].file.read);
  EXPECT_EQ(loaded[0].file.path, "m/1.up.sql");
  ASSERT_EQ(loaded[0].file.statements.size(), 1u);
  EXPECT_EQ(loaded[0].file.statements[0].section, Section::up);
  ASSERT_EQ(loaded[0].down_file->statements.size(), 2u);
  EXPECT_EQ(loaded[0].down_file->statements[0].section, Section::down);
  EXPECT_FALSE(loaded[1].file.sql);
  EXPECT_EQ(loaded[1].file.raw, sha256("package m\r\n"));
  EXPECT_EQ(loaded[1].file.neutral, sha256("package m\n"));
  EXPECT_EQ(loaded[2].file.failure, ReadFailure::denied);
  EXPECT_EQ(loaded[2].file.path, "m/4.sql");
  EXPECT_FALSE(loaded[2].file.read);
  EXPECT_EQ(loaded[3].file.failure, ReadFailure::missing);
  EXPECT_EQ(directories[0].retired[0].file.head_comment, "gone: why");
}

TEST(LoadMigrations, GivesTheSameForAnyNumberOfThreads) {
  MemoryReader reader;
  std::vector<Migration> migrations;
  for (int i = 0; i < 500; ++i) {
    const std::string path = "m/" + std::to_string(i) + ".sql";
    reader.add(path, "SELECT " + std::to_string(i) + ";\n");
    migrations.push_back(migration(path));
  }
  std::vector<MigrationDirectory> one{directory("m", migrations)};
  std::vector<MigrationDirectory> many = one;
  load_migrations(reader, one, Limits{}, {1});
  load_migrations(reader, many, Limits{}, {7});
  for (std::size_t i = 0; i < migrations.size(); ++i) {
    EXPECT_EQ(
        one[0].migrations[i].file.tokens, many[0].migrations[i].file.tokens);
    EXPECT_EQ(one[0].migrations[i].file.raw, many[0].migrations[i].file.raw);
  }
}

// At another commit.
TEST(LoadMigrations, TakesOverWhatWasReadAMomentAgo) {
  MemoryReader reader{
      {"m/1.sql", "a; b;"}, {"m/2.sql", "c;"}, {"m/3.sql", "d;"}};
  std::vector<MigrationDirectory> then{directory(
      "m", {migration("m/1.sql"), migration("m/2.sql"), migration("m/3.sql")})};
  then[0].blobs = GitHash::sha1;
  std::vector<MigrationDirectory> now = then;
  load_migrations(reader, then, Limits{}, {1});
  // Nobody looks at what these hold: that it was taken over shows in them.
  for (Migration& one : then[0].migrations) {
    one.file.size = 77;
    one.file.script = std::make_shared<const std::vector<ddl::Recognised>>();
  }
  reader.add("m/2.sql", "c; e;");
  now[0].migrations[2].retired = true;
  const EarlierFiles before(then);
  load_migrations(reader, now, Limits{}, {.jobs = 1, .before = &before});

  const std::vector<Migration>& loaded = now[0].migrations;
  EXPECT_EQ(loaded[0].file.size, 77u);
  EXPECT_EQ(loaded[0].file.statements.size(), 2u);
  EXPECT_EQ(loaded[0].file.script, nullptr);
  EXPECT_EQ(loaded[1].file.size, 5u);
  EXPECT_EQ(loaded[1].file.statements.size(), 2u);
  EXPECT_EQ(loaded[2].file.size, 2u);
}

TEST(LoadMigrations, KeepsToTheLimit) {
  MemoryReader reader{{"m/1.sql", "12345"}};
  std::vector<MigrationDirectory> directories{
      directory("m", {migration("m/1.sql")})};
  Limits limits;
  limits.file = 4;
  load_migrations(reader, directories, limits, {1});
  EXPECT_EQ(directories[0].migrations[0].file.failure, ReadFailure::too_large);
}

} // namespace
} // namespace migcheck
