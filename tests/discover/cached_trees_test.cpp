// What git's index remembers of trees is what git says is in them.
#include "discover/cached_trees.hpp"
#include "discover/git_program.hpp"
#include "discover/index_file.hpp"
#include "io/disk_reader.hpp"

#include <map>
#include <sstream>

namespace migcheck {
namespace {

std::string from_hex(const std::string& digits) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    bytes += static_cast<char>(std::stoi(digits.substr(i, 2), nullptr, 16));
  }
  return bytes;
}

class CachedTreesTest : public GitTest {
 protected:
  void SetUp() override {
    GitTest::SetUp();
    for (const char* name :
         {"a.sql",
          "a/b.sql",
          "a/b/c.sql",
          "a/b/d/e.sql",
          "a-b/x",
          "a.b/x",
          "m/001_init.sql",
          "m/002_users.sql",
          "z/z"}) {
      directory_.write(std::string("r/") + name, name);
    }
  }

  void start(const std::string& options = "") const {
    shell(
        "cd r && git init -q " + options +
        " && ln -s a.sql a/link && git add -A && git commit -qm one");
  }

  // "PATH PATH" below each tree of HEAD, by its path; "?" = it is not known.
  std::map<std::string, std::string> known() const {
    const auto reader = disk_reader(directory_.path("r"));
    const GitRepository repository = reader->find_git({});
    GitHash hash = GitHash::sha1;
    read_object_format(*reader, repository, hash);
    const IndexFile file = read_index_file(*reader, repository, hash);
    std::map<std::string, std::string> found;
    if (!file.index) {
      ADD_FAILURE() << "the index " << file.problem;
      return found;
    }
    const CachedTrees trees(*file.index, hash);
    std::istringstream lines(shell("cd r && git ls-tree -rt HEAD"));
    for (std::string line; std::getline(lines, line);) {
      const std::size_t tab = line.find('\t');
      if (line.find(" tree ") == std::string::npos) {
        continue;
      }
      const std::string id = line.substr(12, tab - 12);
      const CachedTrees::Tree tree = trees.find(from_hex(id));
      std::string& text = found[line.substr(tab + 1)];
      text = tree.entries.empty() ? "? " : "";
      for (const GitIndexEntry& entry : tree.entries) {
        text += std::string(entry.path.substr(tree.prefix)) + " ";
      }
    }
    return found;
  }

  // What git says of those trees, but for some that are not to be known.
  std::map<std::string, std::string>
  told(const std::vector<std::string>& unknown = {}) const {
    std::map<std::string, std::string> found;
    std::istringstream lines(
        shell("cd r && git ls-tree -rt HEAD | grep ' tree ' | cut -f2"));
    for (std::string path; std::getline(lines, path);) {
      found[path] = shell(
          "cd r && git ls-tree -r --name-only HEAD:" + path +
          " | tr '\\n' ' '");
    }
    for (const std::string& path : unknown) {
      found[path] = "? ";
    }
    EXPECT_FALSE(found.empty());
    return found;
  }
};

TEST_F(CachedTreesTest, AreThoseOfTheCommit) {
  start();
  EXPECT_EQ(known(), told());
}

TEST_F(CachedTreesTest, InEveryFormOfIndex) {
  for (const char* form :
       {"git update-index --index-version 4",
        "git update-index --split-index",
        "git config index.threads 1 && git update-index --force-remove z/z && "
        "git reset -q"}) {
    shell("rm -rf r/.git r/a/link");
    start();
    shell(std::string("cd r && ") + form);
    const auto told_now = told();
    for (const auto& [path, text] : known()) {
      EXPECT_TRUE(text == "? " || text == told_now.at(path)) << form << path;
    }
  }
}

TEST_F(CachedTreesTest, OfSha256) {
  start("--object-format=sha256");
  EXPECT_EQ(known(), told());
}

TEST_F(CachedTreesTest, NotThoseThatHaveChanged) {
  start();
  shell("cd r && echo new > a/b/new.sql && git add a/b/new.sql");
  EXPECT_EQ(known(), told({"a", "a/b"}));
  shell("cd r && git reset -q && git add -N a/b/new.sql");
  EXPECT_EQ(known(), told({"a", "a/b"}));
  shell("cd r && git rm -q --cached a/b/new.sql && git rm -q m/001_init.sql");
  EXPECT_EQ(known()["m"], "? ");
}

TEST_F(CachedTreesTest, DamagedKnowNothing) {
  start();
  const std::string index = shell("cd r && cat .git/index");
  const std::size_t at = index.find("TREE");
  ASSERT_NE(at, std::string::npos);
  const std::string top = from_hex(shell("cd r && git rev-parse HEAD:a"));
  std::size_t knowing = 0;
  for (std::size_t i = at + 8; i < index.size() - 20; ++i) {
    for (const char byte : {'\0', '9', '-', '\n'}) {
      std::string damaged = index;
      damaged[i] = byte;
      const GitIndex parsed(damaged, GitHash::sha1);
      const CachedTrees trees(parsed, GitHash::sha1);
      for (const GitIndexEntry& entry : trees.find(top).entries) {
        EXPECT_TRUE(entry.path.starts_with("a/")) << i;
        ++knowing;
      }
    }
  }
  EXPECT_GT(knowing, 0U);
}

} // namespace
} // namespace migcheck
