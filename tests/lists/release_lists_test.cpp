// The manifests of all releases of a directory are one list.
#include "project.hpp"

#include <gtest/gtest.h>

namespace migcheck::lists {
namespace {

// "v1.0/schema.sql" and so on, in the order of the releases.
MigrationDirectory
releases(const std::string& path, const std::vector<std::string>& entries) {
  MigrationDirectory made;
  made.path = path;
  for (const std::string& entry : entries) {
    Migration migration;
    migration.entry = entry;
    migration.path = path + "/" + entry;
    migration.version_text = entry.substr(1, entry.find('/') - 1);
    migration.version =
        migration.version_text + "." + std::to_string(made.migrations.size());
    const std::string manifest =
        path + "/" + entry.substr(0, entry.find('/')) + "/manifest.json";
    if (made.manifests.empty() || made.manifests.back() != manifest) {
      made.manifests.push_back(manifest);
    }
    made.migrations.push_back(std::move(migration));
  }
  return made;
}

std::string manifest(const std::string& names) {
  return R"({"CurrVersion": "1.0", "Description": "as in schema.sql: more",
 "Files": [)" +
         names + "]}\n";
}

std::string summary(const MigrationList& list) {
  std::string text = list.directory->path + ":";
  for (const ListEntry& entry : list.entries) {
    text += " " + (entry.migration == nullptr ? "?" + entry.text
                                              : entry.migration->entry);
  }
  for (const Migration* migration : list.missing) {
    text += " -" + migration->entry;
  }
  for (std::size_t i = 0; i < list.stale.size(); ++i) {
    text += " +" + list.entries[list.stale[i]].path;
    text += list.stale_hints[i].empty() ? "" : " (" + list.stale_hints[i] + ")";
  }
  return text;
}

TEST(ReleaseLists, EachReleaseAnswersForItself) {
  sample::JudgedProject project({releases(
      "db",
      {"v1.0/schema.sql",
       "v1.1/index.sql",
       "v1.2/index.sql",
       "v1.2/queue.sql",
       "v1.10/meta.sql"})});
  project.source("db/v1.0/manifest.json", manifest(R"("schema.sql")"));
  project.source(
      "db/v1.1/manifest.json", manifest(R"("./index.sql", "queue.sql")"));
  project.source("db/v1.2/manifest.json", manifest(R"("queue.sql")"));
  project.source("db/v1.10/manifest.json", manifest(R"("meta_data.sql")"));
  const auto& lists = project.judge();
  ASSERT_EQ(lists.size(), 1u);
  EXPECT_EQ(
      summary(lists[0]),
      "db: v1.0/schema.sql v1.1/index.sql ?queue.sql v1.2/queue.sql "
      "?meta_data.sql -v1.2/index.sql -v1.10/meta.sql "
      "+db/v1.1/manifest.json +db/v1.10/manifest.json (the release holds "
      "\"meta.sql\" instead)");
  EXPECT_EQ(lists[0].intent, Intent::complete);
  EXPECT_EQ(lists[0].shape, ListShape::scattered);
  EXPECT_EQ(list_label(lists[0]), "the list in the manifests of \"db\"");
  EXPECT_EQ(list_location(lists[0]).path, "db/v1.2/manifest.json");
  EXPECT_EQ(lists[0].order, ListOrder::same);
  EXPECT_FALSE(lists[0].add_missing);
}

TEST(ReleaseLists, ListsOfOneManifestAreNotJudgedAlone) {
  sample::JudgedProject project(
      {releases("db", {"v1/001_a.sql", "v1/002_b.sql", "v2/003_c.sql"})});
  project.source(
      "db/v1/manifest.json", manifest(R"("001_a.sql", "002_b.sql")"));
  project.source("db/v2/manifest.json", manifest(R"("003_c.sql")"));
  const auto& lists = project.judge();
  ASSERT_EQ(lists.size(), 1u);
  EXPECT_EQ(summary(lists[0]), "db: v1/001_a.sql v1/002_b.sql v2/003_c.sql");
}

TEST(ReleaseLists, EqualNamesInSeveralTreesStayApart) {
  const std::vector<std::string> entries = {
      "v1.0/schema.sql", "v1.1/a.sql", "v1.1/b.sql"};
  sample::JudgedProject project(
      {releases("mysql", entries), releases("postgresql", entries)});
  for (const std::string root : {"mysql", "postgresql"}) {
    project.source(root + "/v1.0/manifest.json", manifest(R"("schema.sql")"));
    project.source(
        root + "/v1.1/manifest.json", manifest(R"("a.sql", "b.sql")"));
  }
  const auto& lists = project.judge();
  ASSERT_EQ(lists.size(), 2u);
  EXPECT_EQ(summary(lists[0]), "mysql: v1.0/schema.sql v1.1/a.sql v1.1/b.sql");
  EXPECT_EQ(
      summary(lists[1]), "postgresql: v1.0/schema.sql v1.1/a.sql v1.1/b.sql");
}

TEST(ReleaseLists, ReleasesThatNameNothingAreReplacedByTheNext) {
  sample::JudgedProject project({releases(
      "db",
      {"v1.0/schema.sql",
       "v1.1/a.sql",
       "v1.2/b.sql",
       "v1.3/both.sql",
       "v1.3/c.sql",
       "v1.4/d.sql",
       "v1.4/e.sql"})});
  project.source("db/v1.0/manifest.json", manifest(R"("schema.sql")"));
  project.source("db/v1.1/manifest.json", manifest(""));
  project.source("db/v1.2/manifest.json", manifest(""));
  project.source("db/v1.3/manifest.json", manifest(R"("both.sql")"));
  project.source("db/v1.4/manifest.json", manifest(R"("d.sql", "d.sql")"));
  const auto& lists = project.judge();
  ASSERT_EQ(lists.size(), 1u);
  EXPECT_EQ(lists[0].missing.size(), 1u);
  EXPECT_EQ(lists[0].missing[0]->entry, "v1.4/e.sql");
  ASSERT_EQ(lists[0].elsewhere.size(), 3u);
  EXPECT_EQ(
      lists[0].elsewhere[0].where,
      "left out by \"db/v1.1/manifest.json\", which names no file");
  EXPECT_EQ(
      lists[0].elsewhere[2].where,
      "left out by \"db/v1.3/manifest.json\", which follows releases "
      "that name no file");
}

TEST(ReleaseLists, ArchivedReleasesAreHistory) {
  sample::JudgedProject project(
      {releases("archive/db", {"v1/a.sql", "v1/b.sql", "v2/c.sql"})});
  project.source("archive/db/v1/manifest.json", manifest(R"("a.sql")"));
  project.source("archive/db/v2/manifest.json", manifest(R"("c.sql")"));
  const auto& lists = project.judge();
  ASSERT_EQ(lists.size(), 1u);
  EXPECT_EQ(lists[0].intent, Intent::fixture);
  EXPECT_TRUE(lists[0].missing.empty());
}

} // namespace
} // namespace migcheck::lists
