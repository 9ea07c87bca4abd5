#include "model/dependencies.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

Migration migration(
    const std::string& directory,
    const std::string& entry,
    const std::string& version,
    const std::vector<std::string>& depends = {}) {
  Migration one;
  one.path = directory + "/" + entry;
  one.entry = entry;
  one.version = canonical_decimal(version);
  one.version_text = version;
  for (const std::string& target : depends) {
    one.file.depends.push_back({{}, target, ""});
  }
  return one;
}

// A directory, a second one with the same names, and one of folders.
Project sample(const std::vector<std::string>& depends) {
  Project project;
  MigrationDirectory& db = project.directories.emplace_back();
  db.path = "db";
  db.migrations = {
      migration("db", "001_ants.sql", "001"),
      migration("db", "002_bees.up.sql", "002"),
      migration("db", "003_cats.sql", "003", depends),
      migration("db", "010_dogs.sql", "010")};
  db.migrations[1].down = "db/002_bees.down.sql";
  db.retired = {
      migration("db", "004_eels.sql.retired", "004"),
      migration("db", "001_old.sql.retired", "001")};
  MigrationDirectory& other = project.directories.emplace_back();
  other.path = "other";
  other.migrations = {
      migration("other", "001_ants.sql", "001"),
      migration("other", "005_foxes.sql", "005")};
  other.retired = {migration("other", "006_gnus.sql.retired", "006")};
  MigrationDirectory& folders = project.directories.emplace_back();
  folders.path = "folders";
  folders.layout = LayoutId::diesel;
  folders.migrations = {migration("folders", "2024_hens", "2024")};
  folders.migrations[0].path = "folders/2024_hens/up.sql";
  folders.migrations[0].down = "folders/2024_hens/down.sql";
  return project;
}

TEST(FindDependencies, ResolvesItems) {
  const std::tuple<std::string, std::string, bool> cases[] = {
      {"001_ants.sql", "db/001_ants.sql", false},
      {"002_bees.up.sql", "db/002_bees.up.sql", false},
      {"002_bees.down.sql", "db/002_bees.up.sql", false},
      {"db/001_ants.sql", "db/001_ants.sql", false},
      {"./db/001_ants.sql", "db/001_ants.sql", false},
      {"other/001_ants.sql", "other/001_ants.sql", false},
      {"1", "db/001_ants.sql", false},
      {"001", "db/001_ants.sql", false},
      {"0010", "db/010_dogs.sql", false},
      {"V10", "db/010_dogs.sql", false},
      {"003_cats.sql", "db/003_cats.sql", true},
      {"010_dogs.sql", "db/010_dogs.sql", true},
      {"folders/2024_hens", "folders/2024_hens/up.sql", false},
      {"folders/2024_hens/up.sql", "folders/2024_hens/up.sql", false}};
  for (const auto& [text, path, forward] : cases) {
    const bool later = forward || path == "db/010_dogs.sql";
    const Project project = sample({text});
    const std::vector<Dependency> found = find_dependencies(project);
    ASSERT_EQ(found.size(), 1u) << text;
    EXPECT_EQ(found[0].kind, DependencyKind::migration) << text;
    ASSERT_NE(found[0].target, nullptr) << text;
    EXPECT_EQ(found[0].target->path, path) << text;
    EXPECT_EQ(found[0].is_forward(), later) << text;
    EXPECT_EQ(found[0].from->path, "db/003_cats.sql");
    EXPECT_EQ(found[0].item->target, text);
  }
}

TEST(FindDependencies, KnowsRetiredOnes) {
  for (const std::string text :
       {"004_eels.sql",
        "004_eels.sql.retired",
        "db/004_eels.sql",
        "4",
        "001_old.sql",
        "other/006_gnus.sql"}) {
    const Project project = sample({text});
    const std::vector<Dependency> found = find_dependencies(project);
    EXPECT_EQ(found[0].kind, DependencyKind::retired) << text;
    EXPECT_FALSE(found[0].is_forward()) << text;
  }
}

TEST(FindDependencies, KnowsWhatIsUnknown) {
  for (const std::string text :
       {"001_ant.sql",
        "001_ants",
        "005_foxes.sql",
        "5",
        "nowhere/001_ants.sql",
        "up.sql",
        "2024_hens",
        "99999999999999999999999999",
        "V",
        ""}) {
    const Project project = sample({text});
    const std::vector<Dependency> found = find_dependencies(project);
    EXPECT_EQ(found[0].kind, DependencyKind::unknown) << text;
    EXPECT_EQ(found[0].target, nullptr) << text;
  }
}

TEST(FindDependencies, KeepsOrder) {
  Project project = sample({"2", "1"});
  project.directories[0].migrations[3].file.depends = {{{}, "1", ""}};
  project.directories[1].migrations[1].file.depends = {{{}, "1", ""}};
  std::string order;
  for (const Dependency& one : find_dependencies(project)) {
    order += one.from->path + ">" + one.target->path + " ";
  }
  EXPECT_EQ(
      order,
      "db/003_cats.sql>db/002_bees.up.sql db/003_cats.sql>db/001_ants.sql "
      "db/010_dogs.sql>db/001_ants.sql other/005_foxes.sql>other/001_ants.sql "
      "");
}

TEST(FindDependencies, IsEmptyWithoutHeaders) {
  EXPECT_TRUE(find_dependencies(sample({})).empty());
  EXPECT_TRUE(find_dependencies({}).empty());
}

} // namespace
} // namespace migcheck
