#include "discover/file_list.hpp"
#include "discover/git_index.hpp"
#include "discover/git_program.hpp"
#include "io/disk_reader.hpp"

#include <gmock/gmock.h>

#include <random>
#include <string>
#include <vector>

namespace migcheck {
namespace {

using testing::IsEmpty;

class GitIndexTest : public GitTest {
 protected:
  // Some files with names that are near each other, and one long one.
  void make_files() const {
    for (const char* name :
         {"a.sql",
          "a/b.sql",
          "a/b/c.sql",
          "a-b",
          "m/001_init.sql",
          "m/002_users.sql",
          "z"}) {
      directory_.write(std::string("r/") + name, name);
    }
    directory_.write("r/long/" + std::string(200, 'x'), "x");
    shell("cd r && git init -q && ln -s a.sql link && git add -A");
  }

  // What our reader and git say must be the same.
  void expect_same(const std::string& root = "r") const {
    const auto reader = disk_reader(directory_.path(root));
    const Result<FileList> list = list_files(*reader, {});
    ASSERT_TRUE(list) << list.error().message;
    for (const FileListProblem& problem : list->problems()) {
      ADD_FAILURE() << problem.path << ": " << problem.message;
    }
    EXPECT_EQ(list->source(), FileSource::index);
    std::vector<std::string> paths;
    for (const FileEntry& file : list->files()) {
      paths.emplace_back(file.path);
    }
    EXPECT_EQ(
        paths,
        names(
            "cd '" + root +
            "' && git ls-files -s -z | grep -zv ^160000 | "
            "cut -z -f2 | uniq -z"));
    EXPECT_THAT(paths, testing::Not(IsEmpty()));
  }
};

TEST_F(GitIndexTest, ReadsEveryVersion) {
  make_files();
  for (const char* version : {"2", "4", "3"}) {
    shell(std::string("cd r && git update-index --index-version ") + version);
    expect_same();
    expect_same("r/a");
  }
  shell("cd r && git update-index --skip-worktree z && rm z "
        "&& echo > new && git add -N new");
  expect_same();
  const auto list = list_files(*disk_reader(directory_.path("r")), {});
  EXPECT_TRUE(list->find("z")->skip_worktree);
  EXPECT_FALSE(list->find("a-b")->skip_worktree);
  EXPECT_EQ(list->find("link")->kind, FileKind::link);
  EXPECT_EQ(list->find("a.sql")->size, 5u);
}

TEST_F(GitIndexTest, ReadsSplitIndexes) {
  make_files();
  shell("cd r && git update-index --split-index");
  expect_same();
  shell("cd r && echo new > a.sql && echo more > m/003 && git rm -q -f z "
        "--cached && git add -A m a.sql");
  expect_same();
  EXPECT_EQ(
      list_files(*disk_reader(directory_.path("r")), {})->find("a.sql")->size,
      4u);
  shell("cd r && git update-index --index-version 4 && echo x > q && "
        "git add q && rm -f m/001_init.sql && git add -u");
  expect_same();
}

TEST_F(GitIndexTest, ReadsOtherHashes) {
  directory_.write("r/a/b", "1");
  shell("git init -q --object-format=sha256 r && cd r && git add -A");
  expect_same();
  shell("cd r && git update-index --split-index && echo > c && git add c");
  expect_same();
}

TEST_F(GitIndexTest, ReadsConflictsOnce) {
  directory_.write("r/a", "1\n");
  shell("cd r && git init -q -b main && git add -A && git commit -qm 1 && "
        "git checkout -q -b side && echo 2 > a && git commit -qam 2 && "
        "git checkout -q main && echo 3 > a && git commit -qam 3 && "
        "git merge -q side");
  expect_same();
  const auto list = list_files(*disk_reader(directory_.path("r")), {});
  ASSERT_EQ(list->files().size(), 1u);
  EXPECT_TRUE(list->files()[0].conflicted);
}

TEST_F(GitIndexTest, FollowsLinkedWorkTreesAndSubmodules) {
  make_files();
  shell("cd r && git commit -qm 1 && git worktree add -q ../w && "
        "cd ../w && rm z && git add -u && cd .. && git init -q s && cd s && "
        "git -c protocol.file.allow=always submodule add -q ../r sub && "
        "git add -A");
  expect_same();
  expect_same("w");
  expect_same("w/m");
  expect_same("s");
  expect_same("s/sub");
  const auto list = list_files(*disk_reader(directory_.path("s")), {});
  EXPECT_EQ(list->find("sub"), nullptr);
}

TEST_F(GitIndexTest, ReadsSparseIndexes) {
  make_files();
  shell("cd r && git commit -qm 1 && git sparse-checkout init --cone "
        "--sparse-index && git sparse-checkout set m");
  const auto list = list_files(*disk_reader(directory_.path("r")), {});
  EXPECT_THAT(list->problems(), IsEmpty());
  EXPECT_NE(list->find("m/001_init.sql"), nullptr);
}

TEST_F(GitIndexTest, IgnoresAFileThatNamesNoRepository) {
  directory_.write("r/.git", "gitdir: ../nowhere\n");
  directory_.write("r/a", "");
  const auto list = list_files(*disk_reader(directory_.path("r")), {});
  ASSERT_TRUE(list);
  EXPECT_EQ(list->files().size(), 1u);
  EXPECT_EQ(list->problems().size(), 1u);
}

TEST_F(GitIndexTest, TakesTheIndexThatTheEnvironmentNames) {
  make_files();
  shell("cd r && cp .git/index ../other && GIT_INDEX_FILE=../other git rm -q "
        "--cached z");
  const auto reader = disk_reader(directory_.path("r"));
  FileListOptions options;
  options.git_index_file = directory_.path("other");
  // Not from within the work tree: the variable speaks of something else.
  EXPECT_NE(list_files(*reader, options)->find("z"), nullptr);
  const auto before = boost::filesystem::current_path();
  boost::filesystem::current_path(directory_.path("r"));
  EXPECT_EQ(list_files(*reader, options)->find("z"), nullptr);
  options.git_dir = directory_.path("r/.git");
  EXPECT_EQ(list_files(*reader, options)->find("z"), nullptr);
  options.git_dir = directory_.path("nowhere/.git");
  EXPECT_NE(list_files(*reader, options)->find("z"), nullptr);
  boost::filesystem::current_path(before);
}

// Every shortened and many changed indexes: never out of bounds, and never
// read as something else without a word.
TEST_F(GitIndexTest, SurvivesDamage) {
  make_files();
  shell("cd r && git update-index --split-index && echo 1 > new && "
        "echo 2 > a.sql && git add -A && cp .git/index ../split && "
        "git update-index --no-split-index && cp .git/index ../v2 && "
        "git update-index --index-version 4 && cp .git/index ../v4");
  std::mt19937 random(7);
  for (const char* name : {"split", "v2", "v4"}) {
    const std::string good = directory_.read(name);
    ASSERT_TRUE(has_right_checksum(good, GitHash::sha1)) << name;
    for (std::size_t size = 0; size < good.size(); ++size) {
      const std::string cut = good.substr(0, size);
      const GitIndex index(cut, GitHash::sha1);
      EXPECT_TRUE(
          index.failure() != GitIndexFailure::none ||
          !has_right_checksum(cut, GitHash::sha1))
          << name << " at " << size;
    }
    for (int i = 0; i < 20000; ++i) {
      std::string bad = good;
      bad[random() % bad.size()] = static_cast<char>(random());
      GitIndex index(bad, GitHash::sha1);
      index.merge(GitIndex(good, GitHash::sha1));
      EXPECT_TRUE(bad == good || !has_right_checksum(bad, GitHash::sha1));
      for (const GitIndexEntry& entry : index.entries()) {
        EXPECT_LE(entry.path.size(), 4096u);
      }
    }
  }
}

TEST(GitConfig, KnowsTheObjectFormat) {
  const std::pair<const char*, GitHash> cases[] = {
      {"", GitHash::sha1},
      {"[core]\n\tbare = false\n", GitHash::sha1},
      {"[extensions]\n\tobjectFormat = sha256\n", GitHash::sha256},
      {"[Extensions] ObjectFormat=\"sha256\" # x\n", GitHash::sha256},
      {"[extensions]\n\tobjectformat = sha1\n", GitHash::sha1},
      {"[core]\n\tobjectformat = sha256\n", GitHash::sha1},
      {"[extensions]\n[core]\nobjectformat = sha256\n", GitHash::sha1},
  };
  for (const auto& [text, hash] : cases) {
    EXPECT_EQ(object_format(text), hash) << text;
  }
}

} // namespace
} // namespace migcheck
