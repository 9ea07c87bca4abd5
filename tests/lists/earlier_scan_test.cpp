#include "lists/earlier_scan.hpp"
#include "lists/known_names.hpp"
#include "sample.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace migcheck::lists {
namespace {

std::vector<FileEntry> entries(const std::vector<std::string>& paths) {
  std::vector<FileEntry> files;
  for (const std::string& path : paths) {
    files.push_back({.path = path});
  }
  return files;
}

const std::vector<std::string> paths = {"a", "b/c", "b/d", "e", "f"};
const std::vector<std::uint64_t> keys = {11, 0, 13, 14, 15};

SilentKeys found(std::vector<std::uint64_t> all) {
  SilentKeys made;
  made.keys = std::move(all);
  return made;
}

TEST(EarlierScan, FindsWhatIsAskedForInOrder) {
  const std::vector<FileEntry> files = entries(paths);
  const SilentKeys silent = found(keys);
  const EarlierScan scan(files, silent);
  std::size_t next = 0;
  for (std::size_t i = 0; i < files.size(); ++i) {
    EXPECT_EQ(scan.find(files[i].path, next).key, keys[i]);
    EXPECT_EQ(next, i + 1);
  }
  EXPECT_EQ(scan.find("g", next).key, 0u);
}

TEST(EarlierScan, FindsEqualPathsThatLieElsewhere) {
  const std::vector<FileEntry> files = entries(paths);
  const SilentKeys silent = found(keys);
  const EarlierScan scan(files, silent);
  const std::vector<std::string> copies = paths;
  std::size_t next = 0;
  for (std::size_t i = copies.size(); i-- > 0;) {
    EXPECT_EQ(scan.find(copies[i], next).key, keys[i]);
  }
}

TEST(EarlierScan, HasNoKeyForOtherFiles) {
  const std::vector<FileEntry> files = entries(paths);
  const SilentKeys silent = found(keys);
  const EarlierScan scan(files, silent);
  for (const std::string_view path : {"", "aa", "b", "b/cc", "ee", "zz"}) {
    std::size_t next = 0;
    EXPECT_EQ(scan.find(path, next).key, 0u) << path;
    EXPECT_EQ(scan.find(files[3].path, next).key, 14u) << path;
  }
  const std::vector<FileEntry> no_files;
  const SilentKeys no_keys;
  std::size_t next = 0;
  EXPECT_EQ(EarlierScan(no_files, no_keys).find("a", next).key, 0u);
}

TEST(EarlierScan, StandsForSomeOfItsMigrations) {
  const auto names = [](const std::vector<std::string>& entries) {
    return std::make_shared<const KnownNames>(std::vector<MigrationDirectory>{
        sample::directory("db/migrations", entries)});
  };
  const std::vector<FileEntry> files;
  SilentKeys silent;
  silent.runners = 3;
  silent.here = 7;
  const EarlierScan scan(files, silent);
  const auto some = names({"001_ants.sql"});
  EXPECT_FALSE(scan.here_for(*some, 3)); // nothing is known of its names
  silent.names = names({"001_ants.sql", "002_bees.sql"});
  EXPECT_EQ(scan.here_for(*some, 3), 7u);
  EXPECT_EQ(scan.here_for(*silent.names, 3), 7u);
  EXPECT_EQ(scan.here_for(*names({}), 3), 7u);
  EXPECT_FALSE(scan.here_for(*some, 4));
  for (const char* other : {"003_cats.sql", "002_be.sql", "002_bees_.sql"}) {
    EXPECT_FALSE(scan.here_for(*names({"001_ants.sql", other}), 3)) << other;
  }
}

NearNumbers numbers_of(const std::vector<const MigrationDirectory*>& all) {
  NearNumbers numbers;
  numbers.add(all);
  return numbers;
}

TEST(EarlierScan, KnowsForWhichNumbersItLooked) {
  const MigrationDirectory then =
      sample::directory("db/migrations", {"001_ants.sql", "002_bees.sql"});
  const MigrationDirectory other =
      sample::directory("db/migrations", {"001_ants.sql", "007_bees.sql"});
  const std::vector<FileEntry> files = entries(paths);
  SilentKeys silent = found(keys);
  const EarlierScan scan(files, silent);
  std::size_t next = 0;
  EXPECT_FALSE(scan.is_for(numbers_of({&then})));
  EXPECT_FALSE(scan.find("b/c", next).after);
  silent.after = {0, 1, 0, 0, 0};
  silent.numbers_after = numbers_of({&then}).key();
  EXPECT_TRUE(scan.is_for(numbers_of({&then})));
  EXPECT_FALSE(scan.is_for(numbers_of({&other})));
  EXPECT_FALSE(scan.is_for(numbers_of({&then, &other})));
  EXPECT_TRUE(scan.find("b/c", next).after);
  EXPECT_FALSE(scan.find("a", next).after);
}

// A path that begins where another one does is not that file.
TEST(EarlierScan, TellsPathsThatShareTheirFirstByte) {
  const std::string text = "b/cd";
  std::vector<FileEntry> files;
  files.push_back({.path = std::string_view(text).substr(0, 3)});
  files.push_back({.path = text});
  const SilentKeys both = found({1, 2});
  std::size_t next = 0;
  EXPECT_EQ(EarlierScan(files, both).find(text, next).key, 2u);
}

} // namespace
} // namespace migcheck::lists
