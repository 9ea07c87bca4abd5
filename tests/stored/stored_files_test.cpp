// What git itself says is in its index and its commits is what is read.
#include "discover/git_program.hpp"
#include "io/disk_reader.hpp"
#include "io/open_directory.hpp"
#include "io/process.hpp"
#include "stored/open_stored.hpp"

#include <thread>

namespace migcheck {
namespace {

// Counts how often git is asked for contents.
class CountedObjects final : public GitObjects {
 public:
  CountedObjects(std::unique_ptr<GitObjects> objects, int& asked)
      : objects_(std::move(objects)), asked_(asked) {}

  Result<std::vector<GitObject>>
  read(const std::vector<std::string>& names) override {
    ++asked_;
    return objects_->read(names);
  }

  Result<std::vector<GitObjectSize>>
  sizes(const std::vector<std::string>& names) override {
    return objects_->sizes(names);
  }

  Result<std::string>
  merge_base(const std::string& one, const std::string& other) override {
    return objects_->merge_base(one, other);
  }

  Result<std::vector<GitRef>> refs(const std::string& below) override {
    return objects_->refs(below);
  }

 private:
  std::unique_ptr<GitObjects> objects_;
  int& asked_;
};

class StoredFilesTest : public GitTest {
 protected:
  void SetUp() override {
    GitTest::SetUp();
    prepare_process();
  }

  ProjectOnDisk project(const std::string& root, GitVariables variables) {
    ProjectOnDisk made;
    made.reader = disk_reader(directory_.path(root));
    made.variables = std::move(variables);
    made.objects = [this](const GitRepository& repository) {
      return std::make_unique<CountedObjects>(
          git_objects_on_disk(repository, "/usr/bin:/bin"), asked_);
    };
    return made;
  }

  Result<std::unique_ptr<FileReader>>
  staged(const std::string& root = "", GitVariables variables = {}) {
    return staged_files(project(root, std::move(variables)));
  }

  Result<std::unique_ptr<FileReader>>
  commit(const std::string& rev, const std::string& root = "") {
    return files_of_commit(project(root, {}), rev);
  }

  // Every file of the reader, links resolved: "path=text\n".
  static std::string all(const Result<std::unique_ptr<FileReader>>& reader) {
    if (!reader) {
      return "error: " + reader.error().message;
    }
    std::string text;
    std::vector<std::string> paths;
    (*reader)->visit_tracked(
        [&](const TrackedFile& file) { paths.emplace_back(file.path); });
    for (const std::string& path : paths) {
      std::string content;
      const ReadFailure failure = (*reader)->read({.path = path}, content);
      text += path + "=";
      text +=
          failure == ReadFailure::none ? content : read_failure_text(failure);
      text += "\n";
    }
    return text;
  }

  // Time that makes stamps settle.
  static void wait() {
    std::this_thread::sleep_for(std::chrono::milliseconds(3200));
  }

  int asked_ = 0;
};

TEST_F(StoredFilesTest, TheIndexDecides) {
  for (const char* name : {"a", "b", "c", "d/e", "f"}) {
    directory_.write(name, std::string("old ") + name);
  }
  shell("git init -qb main . && git add -A && git commit -qm one");
  directory_.write("a", "new a");
  shell("git add a");
  directory_.write("a", "newer");
  directory_.write("b", "edited");
  shell("rm c; git rm -q --cached d/e; ln -s a link; git add link");
  directory_.write("added", "added");
  shell("git add -N added");
  directory_.write("untracked", "x");
  EXPECT_EQ(all(staged()), "a=new a\nb=old b\nc=old c\nf=old f\nlink=new a\n");
  EXPECT_EQ(
      all(commit("HEAD")), "a=old a\nb=old b\nc=old c\nd/e=old d/e\nf=old f\n");
}

// Folders that the index remembers, as they are, moved, and changed in places,
// by path whatever is asked for first.
TEST_F(StoredFilesTest, CommitsAreListedAsGitListsThem) {
  const std::vector<std::string> folders = {
      "p/a", "p/a-b", "p/a.b", "p/a/b", "p/b/c/d", "p/z", "q", "q/r"};
  for (const std::string& folder : folders) {
    for (const char* name : {"1", "a", "b.sql", "c"}) {
      directory_.write(folder + "/" + name, folder + name);
    }
  }
  shell("git init -qb main . && git add -A && git commit -qm one && git tag v1"
        " && git mv p/a/b p/moved && git rm -qr p/a.b && echo x >p/z/new"
        " && echo y >p/a/a && git add -A && git commit -qm two"
        " && git checkout -q main");
  for (const std::string root : {"", "p", "p/a"}) {
    for (const std::string rev : {"HEAD", "v1"}) {
      SCOPED_TRACE(rev + " " + root);
      const auto reader = commit(rev, root);
      ASSERT_TRUE(reader) << reader.error().message;
      std::string paths;
      (*reader)->visit_tracked([&](const TrackedFile& file) {
        paths += std::string(file.path) + "\n";
        EXPECT_NE((*reader)->kind(file.path), FileKind::unknown);
      });
      EXPECT_EQ((*reader)->kind("no/such/file"), FileKind::unknown);
      EXPECT_EQ(
          paths,
          shell(
              "cd ./" + root + " && git ls-tree -r --name-only " + rev + " ."));
      std::string texts = all(reader);
      EXPECT_EQ(
          texts,
          shell(
              "cd ./" + root + " && git ls-tree -r --name-only " + rev +
              " . | while read -r f; do printf '%s=' \"$f\"; git show " + rev +
              ":./\"$f\"; echo; done"));
    }
  }
}

// Whatever lies on disk, for the staged files and for those of a commit.
TEST_F(StoredFilesTest, ContentsHaveTheNamesThatGitGivesThem) {
  for (const char* name : {"a", "b/1", "b/2", "c"}) {
    directory_.write(name, std::string("old ") + name);
  }
  shell("git init -qb main . && ln -s c link && git add -A"
        " && git commit -qm one && git rm -q --cached c");
  directory_.write("b/2", "new");
  shell("git add b/2");
  directory_.write("a", "edited");
  OpenDirectory nearby;
  const auto name = [&](const auto& reader, const std::string& path) {
    const auto id = (*reader)->content_id(path, nearby);
    return !id ? "none" : hex(bytes_of(*id, hash_size(GitHash::sha1)));
  };
  for (const bool of_commit : {false, true}) {
    const auto reader = of_commit ? commit("HEAD") : staged();
    ASSERT_TRUE(reader) << reader.error().message;
    for (const std::string path : {"b/2", "a", "b/1"}) {
      const std::string asked = shell(
          "git rev-parse " + std::string(of_commit ? "HEAD" : "") + ":" + path);
      EXPECT_EQ(name(reader, path) + "\n", asked) << path;
    }
    EXPECT_EQ(name(reader, "link"), "none");
    EXPECT_EQ(name(reader, "b"), "none");
    EXPECT_EQ(name(reader, "c") == "none", !of_commit);
  }
}

TEST_F(StoredFilesTest, FoldersAreThoseOfTheIndex) {
  for (const char* name : {"a/b/1", "a/b.sql", "a/c", "z"}) {
    directory_.write(name, name);
  }
  shell("git init -q . && git add -A && mkdir empty && ln -s a l && git add l");
  directory_.write("a/untracked", "");
  const auto reader = staged();
  ASSERT_TRUE(reader) << reader.error().message;
  const auto list = [&](std::string_view path) {
    std::vector<DirectoryEntry> entries;
    const ReadFailure failure = (*reader)->list(path, entries);
    std::string text = std::to_string(static_cast<int>(failure));
    for (const DirectoryEntry& entry : entries) {
      text += " " + entry.name + "-rdl"[static_cast<int>(entry.kind) + 1];
    }
    return text;
  };
  EXPECT_EQ(list(""), "0 ad ll zr");
  EXPECT_EQ(list("a"), "0 b.sqlr bd cr");
  EXPECT_EQ(list("a/b"), "0 1r");
  const auto failed = [](ReadFailure failure) {
    return std::to_string(static_cast<int>(failure));
  };
  EXPECT_EQ(list("empty"), failed(ReadFailure::missing));
  EXPECT_EQ(list("z"), failed(ReadFailure::not_regular));
  EXPECT_EQ(list("l"), failed(ReadFailure::bad_link));
  EXPECT_EQ(list("l/b"), failed(ReadFailure::bad_link));
  EXPECT_EQ((*reader)->kind("a/b"), FileKind::directory);
  EXPECT_EQ((*reader)->kind("a/untracked"), FileKind::unknown);
  std::string text;
  EXPECT_EQ((*reader)->read({.path = "l/c"}, text), ReadFailure::bad_link);
  EXPECT_EQ((*reader)->read({.path = "l"}, text), ReadFailure::not_regular);
  EXPECT_EQ((*reader)->read({.path = "y"}, text), ReadFailure::missing);
  EXPECT_EQ(
      (*reader)->read({.path = "z", .limit = 0}, text), ReadFailure::too_large);
}

TEST_F(StoredFilesTest, LinksEndInsideTheProject) {
  directory_.write("p/a/target", "text");
  shell("git init -q . && cd p && ln -s a/target one && ln -s one two && "
        "ln -s ../../x out && ln -s loop loop && ln -s nowhere dead && "
        "ln -s ../p/a/target around && git add -A");
  EXPECT_EQ(
      all(staged("p")),
      "a/target=text\n"
      "around=" +
          std::string(read_failure_text(ReadFailure::outside_root)) +
          "\n"
          "dead=" +
          std::string(read_failure_text(ReadFailure::bad_link)) +
          "\n"
          "loop=" +
          std::string(read_failure_text(ReadFailure::bad_link)) +
          "\n"
          "one=text\n"
          "out=" +
          std::string(read_failure_text(ReadFailure::outside_root)) +
          "\n"
          "two=text\n");
}

// Git is not even started for files that nobody touched.
TEST_F(StoredFilesTest, UntouchedFilesComeFromTheDisk) {
  for (int i = 0; i < 30; ++i) {
    directory_.write("f" + std::to_string(i), "text " + std::to_string(i));
  }
  shell("git init -q . && git add -A && git commit -qm one");
  EXPECT_NE(all(staged()).find("f7=text 7\n"), std::string::npos);
  EXPECT_EQ(asked_, 0) << "just written: told by the name of their contents";
  wait();
  directory_.write("later", "x");
  shell("git add later");
  OpenDirectory nearby;
  const auto reader = staged();
  EXPECT_TRUE((*reader)->stamp("f1", nearby).known);
  EXPECT_NE(all(reader).find("f7=text 7\n"), std::string::npos);
  const FileStamp before = (*reader)->stamp("f7", nearby);
  shell("touch f7 f8 && echo more >>f8");
  EXPECT_EQ((*reader)->stamp("f7", nearby), before)
      << "of what is stored, not of what lies there now";
  EXPECT_NE(all(staged()).find("f7=text 7\n"), std::string::npos);
  EXPECT_NE(all(staged()).find("f8=text 8\n"), std::string::npos);
  EXPECT_EQ(asked_, 2);
  shell("touch -r f1 .git/index");
  EXPECT_FALSE((*staged())->stamp("f1", nearby).known)
      << "as old as the index: may have been changed unseen";
}

// What lies on disk is another content than what git has, and to git it is
// the same.
TEST_F(StoredFilesTest, ConvertedFilesAreAsGitHasThem) {
  shell("git init -q . && git config filter.x.clean 'tr a b' && "
        "git config filter.x.smudge 'tr b a'");
  directory_.write(
      ".gitattributes",
      "*.txt text\n[attr]odd filter=x\n*.odd odd\n*.id ident\n");
  directory_.write("dos.txt", "one\r\ntwo\r\n");
  directory_.write("dos.bin", "one\r\ntwo\r\n");
  directory_.write("f.odd", "aaa");
  directory_.write("f.id", "$Id$");
  shell("git add -A && git commit -qm one && rm f.id && git checkout f.id");
  wait();
  directory_.write("later", "");
  shell("git add later");
  EXPECT_NE(shell("cat f.id"), "$Id$");
  const std::string read = all(staged());
  EXPECT_NE(read.find("dos.txt=one\ntwo\n\n"), std::string::npos) << read;
  EXPECT_NE(read.find("dos.bin=one\r\ntwo\r\n\n"), std::string::npos) << read;
  EXPECT_NE(read.find("f.odd=bbb\n"), std::string::npos) << read;
  EXPECT_NE(read.find("f.id=$Id$\n"), std::string::npos) << read;
  EXPECT_EQ(all(commit("HEAD")) + "later=\n", read);
}

TEST_F(StoredFilesTest, EveryFormOfIndex) {
  for (const char* name : {"a", "b/c", "b/d"}) {
    directory_.write(name, name);
  }
  const std::string before = "a=a\nb/c=b/c\nb/d=b/d\n";
  shell("git init -q . && git add -A && git commit -qm one");
  shell("git update-index --index-version 4");
  EXPECT_EQ(all(staged()), before);
  shell("git update-index --split-index");
  directory_.write("b/c", "new");
  directory_.write("e", "e");
  shell("git add -A && git rm -q --cached a");
  EXPECT_EQ(all(staged()), "b/c=new\nb/d=b/d\ne=e\n");
  EXPECT_EQ(all(staged("b")), "c=new\nd=b/d\n");
  shell("git worktree add -q linked HEAD && cd linked && git rm -q a");
  EXPECT_EQ(all(staged("linked")), "b/c=b/c\nb/d=b/d\n");
}

TEST_F(StoredFilesTest, SaysWhyItCannotBe) {
  EXPECT_EQ(
      all(staged()),
      "error: --staged needs a git repository, and the project is in none");
  shell("git init -qb main .");
  EXPECT_EQ(all(staged()), "");
  EXPECT_EQ(
      all(commit("HEAD")),
      "error: --rev: \"HEAD\" is no commit of this repository; `git log "
      "--all` shows those that are there, `git fetch origin` brings more");
  directory_.write("a/x", "1");
  shell("git add -A && git commit -qm one && git tag -am v v1 && "
        "git checkout -qb side && echo 2 >a/x && git commit -qam two && "
        "git checkout -q main && echo 3 >a/x && echo 3 >b && git add -A && "
        "git commit -qm three && git merge side");
  EXPECT_EQ(
      all(staged()),
      "error: \"a/x\" is not merged yet; resolve the conflict, `git add` what "
      "you want to keep, and check again");
  EXPECT_EQ(all(commit("v1")), "a/x=1\n");
  EXPECT_EQ(all(commit("HEAD", "a")), "x=3\n\n");
  shell("mkdir -p c/d");
  EXPECT_EQ(
      all(commit("HEAD", "c/d")),
      "error: --rev: the commit \"HEAD\" has no folder \"c/d\"");
  EXPECT_EQ(
      all(commit("v1^{tree}")),
      "error: --rev: \"v1^{tree}\" is no commit of this repository; `git log "
      "--all` shows those that are there, `git fetch origin` brings more");
  shell("git reset -q --hard && printf garbage >.git/index");
  EXPECT_EQ(all(staged()).substr(0, 6), "error:");
  EXPECT_EQ(all(commit("v1")), "a/x=1\n") << "needs no index";
}

TEST_F(StoredFilesTest, CommitsOfABareRepository) {
  directory_.write("w/a/x", "1");
  shell("git init -q w && cd w && git add -A && git commit -qm one && "
        "git clone -q --bare . ../bare.git");
  EXPECT_EQ(all(commit("HEAD", "bare.git")), "a/x=1\n");
  EXPECT_EQ(
      all(staged("bare.git")),
      "error: --staged needs a git repository, and the project is in none");
}

TEST_F(StoredFilesTest, MissingContentsAreSaid) {
  directory_.write("a", "1");
  shell("git init -q . && git add -A && git commit -qm one && echo 2 >a && "
        "rm -f .git/objects/$(git rev-parse HEAD:a | sed 's|^..|&/|')");
  EXPECT_EQ(
      all(commit("HEAD")),
      "a=" + std::string(read_failure_text(ReadFailure::not_in_git)) + "\n");
}

// Far from what lies on disk, git is asked for many files at once.
TEST_F(StoredFilesTest, NeighboursAreFetchedAlong) {
  std::string expected;
  for (int i = 100; i < 300; ++i) {
    const std::string name = "f" + std::to_string(i);
    const std::string text = i == 150 ? std::string(100000, 'x') : name;
    directory_.write(name, text);
    expected += name + "=" + text + "\n";
  }
  shell("git init -q . && git add -A && git commit -qm one && git rm -qr .");
  const auto reader = commit("HEAD");
  const int before = asked_;
  EXPECT_EQ(all(reader), expected);
  EXPECT_LE(asked_ - before, 6);
  EXPECT_EQ(all(reader), expected) << "once more";
  std::string text;
  const int then = asked_;
  EXPECT_EQ(
      (*reader)->read({.path = "f150", .limit = 1000}, text),
      ReadFailure::too_large);
  EXPECT_EQ(asked_, then);
}

// Attributes of folders above the project's are those of git, too.
TEST_F(StoredFilesTest, AttributesAboveTheRoot) {
  directory_.write(".gitattributes", "stored");
  directory_.write("a/.gitattributes", "below");
  directory_.write("a/b/x", "1");
  shell("git init -q . && git add -A && git commit -qm one");
  directory_.write(".gitattributes", "edited");
  for (const auto& reader : {staged("a/b"), commit("HEAD", "a/b")}) {
    ASSERT_TRUE(reader);
    const GitRepository repository = (*reader)->find_git({});
    const auto read = [&](std::string_view name) {
      std::string text;
      const ReadFailure failure =
          (*reader)->read_git(repository, GitFile::work_tree, name, 100, text);
      return failure == ReadFailure::none ? text : "none";
    };
    EXPECT_EQ(read(".gitattributes"), "stored");
    EXPECT_EQ(read("a/.gitattributes"), "below");
    EXPECT_EQ(read("a/b/.gitattributes"), "none");
  }
}

} // namespace
} // namespace migcheck
