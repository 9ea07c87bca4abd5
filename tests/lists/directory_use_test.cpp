#include "io/memory_reader.hpp"
#include "lists/directory_use.hpp"

#include <gtest/gtest.h>

namespace migcheck::lists {
namespace {

TEST(DirectoryUse, NamesTheFolderItself) {
  const std::vector<std::pair<const char*, bool>> cases = {
      {"", false},
      {"path.join(__dirname, 'migrations')", true},
      {"migrate -path db/migrations up", true},
      {"ls db/migrations/*.sql", true},
      {"`db/migrations/${name}`", true},
      {"db/migrations", true},
      {"migrations/", true},
      {"psql -f db/migrations/001_ants.sql", false},
      {"run_migrations()", false},
      {"main.migrations", false},
      {"old-migrations", false},
      {"migrations_dir", false},
      {"db/migrations/001_ants.sql and then migrations", true}};
  for (const auto& [text, expected] : cases) {
    EXPECT_EQ(names_folder(text, "migrations"), expected) << text;
  }
}

TEST(DirectoryUse, LooksIntoEverySourceFileOutside) {
  MemoryReader reader;
  reader.add("db/migrations/001_ants.sql", "-- migrations");
  reader.add("db/migrations/run.py", "migrations");
  reader.add("README.md", "see db/migrations");
  reader.add("compose.yml", "- ./db/migrations/001_ants.sql:/init/1.sql");
  std::vector<std::string_view> paths = {
      "README.md",
      "compose.yml",
      "db/migrations/001_ants.sql",
      "db/migrations/run.py"};
  EXPECT_FALSE(is_read_as_a_whole(reader, paths, "db/migrations"));
  reader.add("src/db.ts", "readdirSync('db/migrations')");
  paths.push_back("src/db.ts");
  EXPECT_TRUE(is_read_as_a_whole(reader, paths, "db/migrations"));
}

} // namespace
} // namespace migcheck::lists
