#include "discover/file_list.hpp"
#include "io/memory_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace migcheck {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> paths(const FileList& list) {
  std::vector<std::string> result;
  for (const FileEntry& file : list.files()) {
    result.emplace_back(file.path);
  }
  return result;
}

FileList list(const FileReader& reader, const FileListOptions& options = {}) {
  Result<FileList> result = list_files(reader, options);
  EXPECT_TRUE(result) << (result ? "" : result.error().message);
  return std::move(*result);
}

// A version 2 index of regular files, without a checksum.
std::string index_of(const std::vector<std::string>& names) {
  std::string index("DIRC\0\0\0\2\0\0", 10);
  index += static_cast<char>(names.size() >> 8);
  index += static_cast<char>(names.size());
  for (const std::string& name : names) {
    std::string entry(62, '\0');
    entry[26] = static_cast<char>(0x81);
    entry[27] = static_cast<char>(0xA4);
    entry[39] = 7; // size
    entry[61] = static_cast<char>(name.size());
    entry += name;
    entry.append(8 - entry.size() % 8, '\0');
    index += entry;
  }
  return index + std::string(20, '\0');
}

TEST(FileList, WalksInTheOrderOfBytes) {
  MemoryReader reader{
      {"a/b", ""},
      {"a-b", ""},
      {"a.b", ""},
      {"a0", ""},
      {"B", ""},
      {".hidden/x", ""},
      {".git/config", ""}};
  reader.add_link("a/link", "b");
  reader.add_odd("a/pipe");
  const FileList files = list(reader);
  EXPECT_THAT(
      paths(files),
      ElementsAre(
          ".hidden/x", "B", "a-b", "a.b", "a/b", "a/link", "a/pipe", "a0"));
  EXPECT_TRUE(std::is_sorted(
      files.files().begin(),
      files.files().end(),
      [](const FileEntry& one, const FileEntry& other) {
        return one.path < other.path;
      }));
  EXPECT_EQ(files.source(), FileSource::walk);
  EXPECT_EQ(files.find("a/link")->kind, FileKind::link);
  EXPECT_EQ(files.find("a/pipe")->kind, FileKind::other);
  EXPECT_EQ(files.find("a/none"), nullptr);
  EXPECT_TRUE(files.has_directory("a"));
  EXPECT_TRUE(files.has_directory("."));
  EXPECT_FALSE(files.has_directory("a-b"));
  EXPECT_THAT(files.problems(), IsEmpty());
}

TEST(FileList, WalkFollowsIgnoreFiles) {
  const MemoryReader reader{
      {".gitignore", "*.log\n/build\n"},
      {"build/x", ""},
      {"src/build/x", ""},
      {"src/a.log", ""},
      {"src/keep.log", ""},
      {"src/.gitignore", "!keep.log\n/sub/\n"},
      {"src/sub/y", ""},
      {"src/sub2/y", ""}};
  EXPECT_THAT(
      paths(list(reader)),
      ElementsAre(
          ".gitignore",
          "src/.gitignore",
          "src/build/x",
          "src/keep.log",
          "src/sub2/y"));
}

TEST(FileList, WalkKnowsRulesAboveTheRoot) {
  MemoryReader reader{{"a.sql", ""}, {"b.tmp", ""}, {"c.bak", ""}};
  reader.set_git("sub/dir/");
  reader.add_git(GitFile::exclude, "*.tmp\n");
  reader.add_git(GitFile::work_tree, "*.bak\n", ".gitignore");
  const FileList files = list(reader);
  EXPECT_THAT(paths(files), ElementsAre("a.sql"));
  EXPECT_EQ(files.prefix(), "sub/dir/");
  EXPECT_TRUE(files.in_git());
}

TEST(FileList, ExcludesWhatTheConfigurationSays) {
  const std::vector<std::string> names = {
      "fixtures/a", "fixtures/b/c", "rules/x/cases/1", "rules/x/y", "z.gen"};
  FileListOptions options;
  options.exclude = {"fixtures/**", "rules/*/cases/**", "*.gen"};
  MemoryReader reader;
  for (const std::string& name : names) {
    reader.add(name, "");
  }
  EXPECT_THAT(paths(list(reader, options)), ElementsAre("rules/x/y"));
  reader.set_git("");
  reader.add_git(GitFile::index, index_of(names));
  EXPECT_THAT(paths(list(reader, options)), ElementsAre("rules/x/y"));
  options.exclude = {"rules"};
  EXPECT_THAT(
      paths(list(reader, options)),
      ElementsAre("fixtures/a", "fixtures/b/c", "z.gen"));
}

TEST(FileList, TakesTheIndexBelowTheRoot) {
  MemoryReader reader{{"m/1.sql", ""}};
  reader.set_git("app/");
  reader.add_git(
      GitFile::index, index_of({"README", "app/a", "app/m/1.sql", "apple"}));
  const FileList files = list(reader);
  EXPECT_THAT(paths(files), ElementsAre("a", "m/1.sql"));
  EXPECT_EQ(files.source(), FileSource::index);
  EXPECT_TRUE(files.files()[0].tracked);
  EXPECT_EQ(files.files()[0].size, 7u);
}

TEST(FileList, AddsUntrackedFilesWhereAsked) {
  MemoryReader reader{
      {"m/1.sql", ""},
      {"m/2.sql", ""},
      {"m/2.sql.bak", ""},
      {"m/new/up.sql", ""},
      {"m/old/up.sql", ""},
      {"m/old/x.sql", ""},
      {"m/new/deep/x", ""},
      {"other/3.sql", ""},
      {".gitignore", "*.bak"},
      {"m/repo/.git/HEAD", ""},
      {"m/repo/.git/objects/x", ""},
      {"m/repo/.git/refs/x", ""},
      {"m/repo/file", ""}};
  reader.set_git("");
  reader.add_git(
      GitFile::index, index_of({"gone/file", "m/1.sql", "m/old/up.sql"}));
  FileList files = list(reader);
  EXPECT_THAT(
      paths(files), ElementsAre("gone/file", "m/1.sql", "m/old/up.sql"));
  files.add_untracked(reader, {"m", "gone"}, false);
  EXPECT_THAT(
      paths(files),
      ElementsAre("gone/file", "m/1.sql", "m/2.sql", "m/old/up.sql"));
  files.add_untracked(reader, {"m", "."}, true);
  EXPECT_THAT(
      paths(files),
      ElementsAre(
          ".gitignore",
          "gone/file",
          "m/1.sql",
          "m/2.sql",
          "m/new/up.sql",
          "m/old/up.sql",
          "other/3.sql"));
  EXPECT_FALSE(files.find("m/2.sql")->tracked);
  EXPECT_THAT(files.problems(), IsEmpty());
}

TEST(FileList, TrackedOnlyAddsNothing) {
  MemoryReader reader{{"m/1.sql", ""}, {"m/2.sql", ""}};
  reader.set_git("");
  reader.add_git(GitFile::index, index_of({"m/1.sql"}));
  FileListOptions options;
  options.tracked_only = true;
  FileList files = list(reader, options);
  files.add_untracked(reader, {"m"}, true);
  EXPECT_THAT(paths(files), ElementsAre("m/1.sql"));
  EXPECT_FALSE(list_files(MemoryReader{{"a", ""}}, options));
}

TEST(FileList, WalksWhereNothingIsTracked) {
  MemoryReader reader{{"a", ""}};
  reader.set_git("sub/");
  EXPECT_THAT(paths(list(reader)), ElementsAre("a"));
  reader.add_git(GitFile::index, index_of({"other"}));
  const FileList files = list(reader);
  EXPECT_THAT(paths(files), ElementsAre("a"));
  EXPECT_THAT(files.problems(), IsEmpty());
}

TEST(FileList, SaysWhenTheIndexIsDamagedAndGoesOn) {
  MemoryReader reader{{"a", ""}};
  reader.set_git("");
  std::string index = index_of({"a", "b"});
  index.back() = 1;
  reader.add_git(GitFile::index, index);
  const FileList files = list(reader);
  EXPECT_THAT(paths(files), ElementsAre("a"));
  ASSERT_EQ(files.problems().size(), 1u);
  EXPECT_TRUE(files.problems()[0].incomplete);
  EXPECT_EQ(files.problems()[0].path, ".git/index");
  index = index_of({"a"});
  index[7] = 5;
  reader.add_git(GitFile::index, index);
  ASSERT_EQ(list(reader).problems().size(), 1u);
  EXPECT_FALSE(list(reader).problems()[0].incomplete);
}

TEST(FileList, ReportsLimitsAndWhatCannotBeListed) {
  MemoryReader reader{{"a", ""}, {"b", ""}, {"d/e/f", ""}};
  FileListOptions options;
  options.limits.files = 1;
  const FileList few = list(reader, options);
  EXPECT_EQ(few.files().size(), 1u);
  ASSERT_EQ(few.problems().size(), 1u);
  EXPECT_TRUE(few.problems()[0].incomplete);
  options.limits = {};
  options.limits.depth = 1;
  const FileList flat = list(reader, options);
  EXPECT_THAT(paths(flat), ElementsAre("a", "b"));
  ASSERT_EQ(flat.problems().size(), 1u);
  EXPECT_EQ(flat.problems()[0].path, "d/e");
}

TEST(FileList, GoesThousandsOfDirectoriesDeepWithoutHarm) {
  std::string path;
  for (int i = 0; i < 2000; ++i) {
    path += "d/";
  }
  const MemoryReader reader{{path + "file", ""}};
  const FileList files = list(reader);
  EXPECT_THAT(files.files(), IsEmpty());
  ASSERT_EQ(files.problems().size(), 1u);
  EXPECT_TRUE(files.problems()[0].incomplete);
}

TEST(FileList, FailsWithoutARoot) {
  MemoryReader reader{{"a", ""}};
  reader.add_link("", "x");
  EXPECT_FALSE(list_files(reader, {}));
}

} // namespace
} // namespace migcheck
