// The real object database and the one in memory say the same.
#include "discover/git_program.hpp"
#include "io/digest.hpp"
#include "io/find_git.hpp"
#include "io/git_objects.hpp"
#include "io/git_program.hpp"
#include "io/memory_objects.hpp"
#include "io/process.hpp"

#include <sys/stat.h>

namespace migcheck {
namespace {

class GitObjectsTest : public GitTest {
 protected:
  void SetUp() override {
    GitTest::SetUp();
    prepare_process();
  }

  std::unique_ptr<GitObjects> objects() const {
    return git_objects_on_disk(
        find_git_on_disk(directory_.path(), {}), "/usr/bin:/bin");
  }

  std::string line(const std::string& command) const {
    const std::string output = shell(command);
    return output.substr(0, output.find('\n'));
  }
};

std::string kinds(const std::vector<GitObject>& objects) {
  std::string text;
  for (const GitObject& object : objects) {
    text += "-btcg"[static_cast<std::size_t>(object.kind)];
  }
  return text;
}

TEST_F(GitObjectsTest, ReadsWhatIsThere) {
  const std::string large(std::size_t{3} << 20, 'x');
  directory_.write("a b.sql", "one\ntwo");
  directory_.write("db/large.sql", large);
  directory_.write("db/empty.sql", "");
  shell("git init -q . && git add . && git commit -qm one && git tag -am t v1");
  const auto git = objects();
  const auto read = git->read(
      {"HEAD^{commit}",
       "HEAD:a b.sql",
       "nowhere^{commit}",
       "HEAD:db",
       "HEAD:db/large.sql",
       "HEAD:no such file",
       "HEAD:db/empty.sql",
       "HEAD:a b.sql\nHEAD:db",
       "v1"});
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(kinds(*read), "cb-tb-b-g");
  EXPECT_EQ(read->at(0).id, line("git rev-parse HEAD"));
  EXPECT_EQ(read->at(1).bytes, "one\ntwo");
  EXPECT_EQ(read->at(4).bytes, large);
  EXPECT_EQ(read->at(6).bytes, "");
  const auto again = git->read({"HEAD:a b.sql"});
  ASSERT_TRUE(again);
  EXPECT_EQ(again->at(0).bytes, "one\ntwo");
}

TEST_F(GitObjectsTest, MemoryHasTheSameTreesAndIds) {
  const FilesByPath files = {
      {"a.sql", "select 1"},
      {"db/x/b.sql", "select 2"},
      {"db/c.sql", ""},
      {"db.sql", "3"}};
  for (const auto& [path, bytes] : files) {
    directory_.write(path, bytes);
  }
  shell("git init -q . && git add . && git commit -qm one");
  MemoryObjects memory;
  memory.name("HEAD", memory.commit(files, {}));
  const auto git = objects();
  for (const char* name :
       {"HEAD:db", "HEAD:db/x", "HEAD:db/x/b.sql", "HEAD:e"}) {
    const auto real = git->read({name});
    const auto fake = memory.read({name});
    ASSERT_TRUE(real && fake);
    EXPECT_EQ(real->at(0).id, fake->at(0).id) << name;
    EXPECT_EQ(real->at(0).bytes, fake->at(0).bytes) << name;
  }
  const auto tree = git->read({"HEAD^{tree}"});
  ASSERT_TRUE(tree);
  const auto entries = parse_tree(tree->at(0).bytes, 20);
  ASSERT_TRUE(entries);
  ASSERT_EQ(entries->size(), 3U);
  EXPECT_EQ(entries->at(0).name, "a.sql");
  EXPECT_TRUE(entries->at(0).regular);
  EXPECT_EQ(hex(entries->at(0).id), line("git rev-parse HEAD:a.sql"));
  EXPECT_TRUE(entries->at(1).directory || entries->at(2).directory);
}

TEST_F(GitObjectsTest, FindsMergeBases) {
  shell("git init -qb main . && git commit -q --allow-empty -m one");
  const std::string base = line("git rev-parse HEAD");
  shell(
      "git commit -q --allow-empty -m two && git checkout -qb side HEAD~1 && "
      "git commit -q --allow-empty -m three && git checkout -q --orphan alone "
      "&& git commit -q --allow-empty -m four");
  const auto git = objects();
  const std::string main = line("git rev-parse main");
  const std::string side = line("git rev-parse side");
  const std::string alone = line("git rev-parse alone");
  EXPECT_EQ(git->merge_base(main, side).value_or("failed"), base);
  EXPECT_EQ(git->merge_base(main, alone).value_or("failed"), "");
  EXPECT_FALSE(git->merge_base(main, std::string(40, '1')));
}

TEST_F(GitObjectsTest, BlobIdsAreGits) {
  directory_.write("a.sql", "select 1;\r\n");
  shell("git init -q .");
  const BlobId id = blob_id("select 1;\r\n", GitHash::sha1);
  const std::string text(
      reinterpret_cast<const char*>(id.bytes.data()), hash_size(GitHash::sha1));
  EXPECT_EQ(hex(text), line("git hash-object --no-filters a.sql"));
  const BlobId other = blob_id("", GitHash::sha256);
  EXPECT_EQ(
      hex(Digest(other.bytes)),
      "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813");
}

TEST(GitProgram, IsNeverTakenFromTheProject) {
  const TemporaryDirectory project;
  const TemporaryDirectory elsewhere;
  project.write("bin/git", "#!/bin/sh\n");
  elsewhere.write("git", "#!/bin/sh\n");
  const std::string inside = project.path("bin");
  ASSERT_EQ(chmod((inside + "/git").c_str(), 0755), 0);
  const std::string top = project.path();
  const std::string outside = elsewhere.path();
  EXPECT_EQ(find_git_program(inside + ":bin:.:", top), "");
  EXPECT_EQ(find_git_program(outside, top), ""); // not executable
  ASSERT_EQ(chmod((outside + "/git").c_str(), 0755), 0);
  EXPECT_EQ(find_git_program(inside + "::" + outside, top), outside + "/git");
  EXPECT_EQ(
      symlink((inside + "/git").c_str(), project.path("link").c_str()), 0);
  EXPECT_EQ(find_git_program(top, top), "");
}

struct Ref {
  const char* name;
  bool plain;
};

TEST(PlainRef, IsOneCommitAndNothingElse) {
  const Ref refs[] = {
      {"main", true},
      {"origin/main", true},
      {"HEAD~3", true},
      {"v1.2^{}", true},
      {"HEAD^2", true},
      {"@{u}", true},
      {"0123456789abcdef", true},
      {"fix/#12-\xc3\xa4", true},
      {"", false},
      {"-h", false},
      {"--upload-pack=x", false},
      {"^main", false},
      {"main..side", false},
      {"main:path", false},
      {":/fix", false},
      {"main^{/fix}", false},
      {"main^@", false},
      {"main^!", false},
      {"a b", false},
      {"a\nb", false},
      {"a\tb", false},
      {"a*", false},
      {"a[1]", false},
      {"a\\b", false}};
  for (const Ref& ref : refs) {
    EXPECT_EQ(is_plain_ref(ref.name), ref.plain) << ref.name;
  }
  EXPECT_FALSE(is_plain_ref(std::string(2000, 'a')));
}

TEST(Tree, IsRefusedWhenItIsDamaged) {
  const std::string id(20, 'i');
  const auto tree = [&](const std::string& entry) {
    return "100644 " + entry + '\0' + id;
  };
  EXPECT_EQ(parse_tree(tree("a") + tree("b"), 20)->size(), 2U);
  EXPECT_EQ(parse_tree("", 20)->size(), 0U);
  const std::string whole = tree("a");
  for (std::size_t size = 1; size < whole.size(); ++size) {
    EXPECT_FALSE(parse_tree(whole.substr(0, size), 20)) << size;
  }
  for (const char* name : {"", "..", ".", "a/b", "/"}) {
    EXPECT_FALSE(parse_tree(tree(name), 20)) << name;
  }
}

TEST(CommitParents, StandBeforeTheMessage) {
  EXPECT_EQ(
      commit_parents("tree 1\nparent 2\nparent 3\nauthor x\n\nparent 4\n"),
      (std::vector<std::string>{"2", "3"}));
  EXPECT_TRUE(commit_parents("").empty());
  EXPECT_TRUE(commit_parents("tree 1").empty());
}

} // namespace
} // namespace migcheck
