// Directories that the configuration names.
#include "small_project.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

Config with(DirectoryConfig directory) {
  Config config;
  config.path = "migcheck.toml";
  config.directories.push_back(std::move(directory));
  return config;
}

TEST(FindDirectories, ConfigurationOverrules) {
  const SmallProject tree(plain(
      {"db/a.sql", "testdata/1_a.sql", "migrations/1_a.sql", "x/atlas.sum"}));
  DirectoryConfig wanted;
  wanted.path = "./testdata/";
  wanted.layout = LayoutId::sqlx;
  wanted.dialect = Dialect::sqlite;
  Config config = with(wanted);
  EXPECT_EQ(
      show(tree.find(config)),
      "migrations numbered postgresql: 1_a.sql\n"
      "testdata sqlx sqlite: 1_a.sql\n");
  config.detect = false;
  EXPECT_EQ(show(tree.find(config)), "testdata sqlx sqlite: 1_a.sql\n");
  EXPECT_EQ(
      candidate_folders(tree.entries, config),
      std::vector<std::string>{"testdata"});
}

TEST(FindDirectories, ConfiguredDirectoryMustBeThere) {
  SmallProject tree(plain({"migrations/1_a.sql"}));
  tree.reader.add("migcheck.toml", "# x\n[[directory]]\npath = \"db\"\n");
  DirectoryConfig wanted;
  wanted.path = "db";
  wanted.location = {"migcheck.toml", {4, 17}};
  EXPECT_EQ(
      show(tree.find(with(wanted))),
      "error: migcheck.toml:2:1: there is no directory \"db\"");
  tree.reader.add_directory("db");
  EXPECT_EQ(
      show(tree.find(with(wanted))),
      "db numbered postgresql:\nmigrations numbered postgresql: 1_a.sql\n");
  wanted.path = "a/../../b";
  EXPECT_EQ(
      show(tree.find(with(wanted))),
      "error: migcheck.toml:2:1: directory \"a/../../b\" is not below the "
      "root");
}

TEST(FindDirectories, Baseline) {
  SmallProject tree(plain({"migrations/1_a.sql", "migrations/2_b.sql"}));
  DirectoryConfig wanted;
  wanted.path = "migrations";
  wanted.baseline = "2_b.sql";
  const auto found = tree.find(with(wanted));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->directories.at(0).baseline, "2_b.sql");
  wanted.baseline = "3_c.sql";
  EXPECT_EQ(
      show(tree.find(with(wanted))),
      "error: baseline \"3_c.sql\" is no migration of \"migrations\"");
}

} // namespace
} // namespace migcheck
