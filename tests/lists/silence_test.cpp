// A scan that knows silent files gives what one gives that reads them all,
// whatever has changed since it learnt of them.
#include "io/memory_reader.hpp"
#include "lists/prefilter.hpp"
#include "sample.hpp"

#include <gtest/gtest.h>

#include <random>

namespace migcheck::lists {
namespace {

using sample::directory;

using Texts = std::vector<std::string>;

const Texts paths = {
    "a.go",
    "b.py",
    "c",
    "changelog-master.xml",
    "d.sql",
    "db/e.go",
    "Dockerfile",
    "f.bin",
    ".github/workflows/ci.yml",
    "internal/version.go",
    "Makefile",
    "migrate/q.ts",
    "package.json",
    "service/g.ts",
    "service/deep/h.rs",
    "src/docker-compose.yml",
    "Taskfile.yml",
    "up.sh",
    "x/i.yaml"};

const Texts words = {
    "\"001_ants.sql\", ",
    "\"002_bees\"\n",
    "'003_cats.sql'\n",
    "V9__other.sql\n",
    "db/migrations ",
    "service/changes ",
    "dbmate up\n",
    "#!/bin/sh\n",
    "schema_version = 2\n",
    "migrations: 003\n",
    "version 0003\n",
    "count == 4 // migrations\n",
    "level 1.13\n",
    "schema 6\n",
    "int64_t x\n",
    "a.SqL ",
    "('00305 Add ants', '00306 Add bees')\n",
    "('20240131120000', '20240131120001')\n",
    "nothing at all\n",
    std::string(1, '\0')};

// All that a scan knows of a project besides its files.
struct Surroundings {
  std::vector<MigrationDirectory> directories;
  Config config;
};

// Each differs from the first in one thing; one has all that it has, and more.
std::vector<Surroundings> all_surroundings() {
  const Texts ants = {"001_ants.sql", "002_bees.sql"};
  std::vector<Surroundings> all(11);
  all[0].directories = {directory("db/migrations", ants)};
  all[1].directories = {
      directory("db/migrations", {"001_ants.sql", "002_cats.sql"})};
  all[2].directories = {directory("service/changes", ants)};
  all[3].directories = {
      directory("db/migrations", {"001_ants.sql", "003_bees.sql"})};
  all[4].directories = {
      directory("db/migrations", ants), directory("x/more", {"4_d.sql"})};
  all[5].directories = all[0].directories;
  all[5].directories[0].code = directory("db", {"004_dogs.go"}).migrations;
  all[6].directories = all[0].directories;
  all[6].config.limits.file = 30;
  all[7].directories = all[0].directories;
  for (const char* path : {"a.go", "x/i.yaml"}) {
    ListConfig list;
    list.file = path;
    all[7].config.lists.push_back(list);
  }
  all[8].directories = {directory("service/migrations", ants)};
  all[9].directories = {directory(
      "db/migrations", {"001_ants.sql", "002_bees.sql", "003_cats.sql"})};
  return all; // the last one has no migrations
}

std::string shown(const ScanResult& result) {
  std::string out = std::to_string(result.files_scanned);
  for (const SourceFile& source : result.sources) {
    out += "\nsource " + source.path + (source.names ? " " : " counts ") +
           source.text;
  }
  for (const SourceFile& runner : result.runners) {
    out += "\nrunner " + runner.path + " " + runner.text;
  }
  for (const NamedOnce& single : result.singles) {
    out += "\nsingle " + single.path + " " + single.stem;
  }
  for (const auto& [path, failure] : result.unread) {
    out += "\nunread " + path + std::to_string(static_cast<int>(failure));
  }
  return out;
}

class Silence : public testing::Test {
 protected:
  void write_files() {
    reader_ = MemoryReader();
    for (const std::string& path : paths) {
      write(path);
    }
  }

  void write(const std::string& path) {
    std::string text;
    for (std::size_t n = random_() % 4; n > 0; --n) {
      text += words[random_() % words.size()];
    }
    reader_.add(path, text);
  }

  static std::vector<FileEntry> all_entries() {
    std::vector<FileEntry> entries;
    for (const std::string& path : paths) {
      entries.push_back({.path = path, .tracked = true});
    }
    return entries;
  }

  ScanResult scan(
      const Surroundings& surroundings,
      const SilentFiles* silent,
      const EarlierScan* before = nullptr,
      const Surroundings& after = {}) const {
    ScanOptions how{.jobs = 1, .silent = silent, .before = before};
    for (const MigrationDirectory& directory : after.directories) {
      how.after.push_back(&directory);
    }
    return scan_entries(
        reader_,
        all_entries(),
        surroundings.directories,
        surroundings.config,
        how);
  }

  SilentFiles learn(const Surroundings& surroundings) const {
    const SilentFiles nothing;
    return {silent_files_text(scan(surroundings, &nothing).silent.keys, 1), 1};
  }

  MemoryReader reader_;
  std::mt19937 random_{11};
};

TEST_F(Silence, ChangesNoResult) {
  const std::vector<Surroundings> all = all_surroundings();
  std::size_t known = 0;
  for (int round = 0; round < 400; ++round) {
    write_files();
    const std::size_t first = random_() % all.size();
    const SilentFiles silent = learn(all[first]);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const ScanResult with = scan(all[i], &silent);
      ASSERT_EQ(shown(with), shown(scan(all[i], nullptr)))
          << "learnt under " << first << ", used under " << i;
      known += with.silent.known;
    }
    write(paths[random_() % paths.size()]);
    ASSERT_EQ(
        shown(scan(all[first], &silent)), shown(scan(all[first], nullptr)));
  }
  EXPECT_GT(known, 10000u);
}

// What a scan a moment ago found, under other migrations perhaps, and before
// one file and another was written.
TEST_F(Silence, OfAnEarlierScanChangesNoResult) {
  const std::vector<Surroundings> all = all_surroundings();
  const SilentFiles nothing;
  const std::vector<FileEntry> entries = all_entries();
  std::size_t known = 0;
  for (int round = 0; round < 400; ++round) {
    write_files();
    const Surroundings& first = all[random_() % all.size()];
    const ScanResult then = scan(first, &nothing);
    const EarlierScan before(entries, then.silent);
    write(paths[random_() % paths.size()]);
    for (const Surroundings& now : all) {
      const ScanResult with = scan(now, &nothing, &before);
      ASSERT_EQ(shown(with), shown(scan(now, nullptr)));
      known += with.silent.known;
    }
  }
  EXPECT_GT(known, 10000u);
}

// The numbers of the scan that follows were looked for, too.
TEST_F(Silence, OfAScanThatLooksAheadChangesNoResult) {
  const std::vector<Surroundings> all = all_surroundings();
  const SilentFiles nothing;
  const std::vector<FileEntry> entries = all_entries();
  std::size_t known = 0;
  std::size_t without = 0;
  for (int round = 0; round < 400; ++round) {
    write_files();
    const Surroundings& first = all[random_() % all.size()];
    const Surroundings& after = all[random_() % all.size()];
    const ScanResult then = scan(first, &nothing, nullptr, after);
    const ScanResult blind = scan(first, &nothing);
    ASSERT_EQ(shown(then), shown(blind));
    const EarlierScan before(entries, then.silent);
    const EarlierScan blind_before(entries, blind.silent);
    write(paths[random_() % paths.size()]);
    for (const Surroundings& now : all) {
      const ScanResult with = scan(now, &nothing, &before);
      ASSERT_EQ(shown(with), shown(scan(now, nullptr)));
      known += with.silent.known;
      without += scan(now, &nothing, &blind_before).silent.known;
    }
  }
  EXPECT_GT(known, without + 100);
}

TEST_F(Silence, IsLearntOfEachFileThatGivesNothing) {
  const std::vector<Surroundings> all = all_surroundings();
  for (int round = 0; round < 100; ++round) {
    write_files();
    const SilentFiles nothing;
    const ScanResult first = scan(all[0], &nothing);
    EXPECT_EQ(first.silent.known, 0u);
    const SilentFiles silent = learn(all[0]);
    const ScanResult second = scan(all[0], &silent);
    EXPECT_EQ(second.silent.fresh, 0u);
    EXPECT_EQ(second.silent.known, first.silent.fresh);
    EXPECT_EQ(second.silent.keys, first.silent.keys);
    EXPECT_TRUE(scan(all[0], nullptr).silent.keys.empty());
  }
}

} // namespace
} // namespace migcheck::lists
