// Folders for releases with a manifest each, whose files have no versions.
#include "small_project.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

// Names without versions, in the order in which the manifests give them.
Files project(const std::string& root) {
  return {
      {root + "/v1.0/manifest.json", R"({"files": ["schema.sql"]})"},
      {root + "/v1.0/schema.sql", create},
      {root + "/v1.2/manifest.json", R"({"files": ["queue.sql", "blob.sql"]})"},
      {root + "/v1.2/blob.sql", create},
      {root + "/v1.2/notes.md", ""},
      {root + "/v1.2/queue.down.sql", create},
      {root + "/v1.2/queue.sql", create},
      {root + "/v1.2/unnamed.sql", create},
      {root + "/v1.10/01_index.sql", create},
      {root + "/v1.10/manifest.json", R"({"files": ["./01_index.sql"]})"},
      {root + "/v1.11/manifest.json", R"({"files": []})"}};
}

TEST(ReleaseManifests, GiveFilesTheVersionOfTheirRelease) {
  const std::string root = "schema/mysql/versioned";
  const auto found = SmallProject(project(root)).find();
  ASSERT_TRUE(found);
  ASSERT_EQ(found->directories.size(), 1u);
  const MigrationDirectory& directory = found->directories[0];
  EXPECT_EQ(directory.path, root);
  EXPECT_EQ(directory.layout, LayoutId::numbered);
  EXPECT_EQ(directory.dialect, Dialect::mysql);
  EXPECT_EQ(
      directory.layout_evidence, "a folder with a manifest for each release");
  std::string migrations;
  for (const Migration& migration : directory.migrations) {
    migrations += migration.entry + " " + migration.version + " " +
                  migration.version_text + " " + migration.name +
                  (migration.unlisted ? " unlisted\n" : "\n");
  }
  EXPECT_EQ(
      migrations,
      "v1.0/schema.sql 1.0 1.0 schema\n"
      "v1.2/queue.sql 1.2.1 1.2 queue\n"
      "v1.2/blob.sql 1.2.2 1.2 blob\n"
      "v1.2/unnamed.sql 1.2.3 1.2 unnamed unlisted\n"
      "v1.10/01_index.sql 1.10 1.10 01_index\n");
  EXPECT_EQ(
      directory.manifests,
      (std::vector<std::string>{
          root + "/v1.0/manifest.json",
          root + "/v1.2/manifest.json",
          root + "/v1.10/manifest.json",
          root + "/v1.11/manifest.json"}));
  EXPECT_TRUE(found->rejected.empty());
}

TEST(ReleaseManifests, CountBelowTestDataWhereConfigured) {
  Config config;
  config.directories.emplace_back().path = "testdata/versioned";
  const auto found = SmallProject(project("testdata/versioned")).find(config);
  ASSERT_TRUE(found);
  ASSERT_EQ(found->directories.size(), 1u);
  EXPECT_EQ(found->directories[0].migrations.size(), 5u);
  EXPECT_EQ(found->directories[0].manifests.size(), 4u);
}

TEST(ReleaseManifests, OfOtherKindsAreNone) {
  Files one = project("versioned");
  std::erase_if(one, [](const auto& file) {
    return !file.first.starts_with("versioned/v1.2/");
  });
  Files foreign = project("versioned");
  foreign.erase("versioned/v1.10/01_index.sql");
  for (auto& [path, text] : foreign) {
    text = path.ends_with(".json") ? R"({"name": "app.sql.js"})" : text;
  }
  Files mostly = project("versioned"); // two of three name nothing of theirs
  mostly["versioned/v1.0/manifest.json"] = "{}";
  mostly["versioned/v1.2/manifest.json"] = "not even JSON";
  for (const Files& files :
       {one, foreign, mostly, project("testdata/versioned")}) {
    const auto found = SmallProject(files).find();
    ASSERT_TRUE(found);
    for (const MigrationDirectory& directory : found->directories) {
      EXPECT_TRUE(directory.manifests.empty()) << directory.path;
    }
  }
}

} // namespace
} // namespace migcheck
