#include "lists/migration_names.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace migcheck::lists {
namespace {

TEST(MigrationShape, NeedsNumberWordAndExtension) {
  EXPECT_TRUE(is_migration_shaped("001_ants.sql"));
  EXPECT_TRUE(is_migration_shaped("V1__ants.sql"));
  EXPECT_TRUE(is_migration_shaped("2024-01-02-030405_ants.sql"));
  EXPECT_TRUE(is_migration_shaped("00.05.00_02_ants.up.sql"));
  EXPECT_FALSE(is_migration_shaped("ants.sql"));
  EXPECT_FALSE(is_migration_shaped("001.sql"));
  EXPECT_FALSE(is_migration_shaped("001_ants.txt"));
  EXPECT_FALSE(is_migration_shaped("001_ants"));
  EXPECT_TRUE(is_stem_shaped("0007_add_bees"));
  EXPECT_FALSE(is_stem_shaped("2024-01-02"));
}

TEST(EntryStem, LeavesExtensionAndDirectionOut) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"001_ants.UP.sql", "001_ants"},
      {"001_ants.down.cql", "001_ants"},
      {"001_ants.up.yml", "001_ants.up"},
      {"001_ants.yaml", "001_ants"},
      {"001_ants.surql", "001_ants"},
      {"001_ants.txt", "001_ants.txt"},
      {"001_ants", "001_ants"}};
  for (const auto& [name, expected] : cases) {
    EXPECT_EQ(entry_stem(name), expected) << name;
  }
}

TEST(ResourceTail, BeginsAtTheNumber) {
  EXPECT_EQ(resource_tail("App.Db.Migrations.001_ants.sql"), "001_ants.sql");
  EXPECT_EQ(resource_tail("001_ants.sql"), "");
  EXPECT_EQ(resource_tail("App.Db.ants.sql"), "");
}

TEST(NameMask, IsOneForNamesThatAreNumberedAlike) {
  EXPECT_EQ(name_mask("ants--1.10--1.2.sql"), name_mask("ants--1.2--1.3.sql"));
  EXPECT_NE(name_mask("ants--1.2--1.3.sql"), name_mask("ants--1.2.sql"));
  EXPECT_EQ(name_mask("ants.sql"), "");
}

} // namespace
} // namespace migcheck::lists
