// Our walk beside git's, over generated trees and patterns.
#include "discover/file_list.hpp"
#include "discover/git_program.hpp"
#include "io/disk_reader.hpp"

#include <random>
#include <string>
#include <vector>

namespace migcheck {
namespace {

class GitIgnoreTest : public GitTest {
 protected:
  template <typename List>
  const char* pick(const List& list) {
    return list[random_() % std::size(list)];
  }

  std::string make_name() {
    static const char* const names[] = {
        "a",
        "b",
        "ab",
        "a.b",
        "abc",
        "a b",
        "#a",
        "!a",
        "[a]",
        "a*",
        "b.",
        "-",
        ".a",
        "a\\",
        "A",
        "a ",
        "\xC3\xA9"};
    return pick(names);
  }

  std::string make_path() {
    std::string path = make_name();
    while (random_() % 2 == 0) {
      path += '/' + make_name();
    }
    return path;
  }

  std::string make_pattern() {
    static const char* const pieces[] = {
        "a",    "a",           "b",    "ab",       ".b",   "*",  "*",
        "**",   "**/",         "/**",  "/",        "/",    "?",  "[a]",
        "[!a]", "[^b-]",       "\\",   "\\ ",      " ",    "!",  "#",
        "[",    "[a-c]",       "\\a",  "*.b",      "***",  "//", "\\*",
        "]",    "[[:alpha:]]", "[]a]", "\xC3\xA9", "/**/", "\r"};
    std::string pattern;
    if (random_() % 6 == 0) {
      pattern = "!";
    }
    if (random_() % 4 == 0) {
      pattern += '/';
    }
    for (std::size_t count = 1 + random_() % 4; count > 0; --count) {
      pattern += pick(pieces);
    }
    if (random_() % 5 == 0) {
      pattern += '/';
    }
    return pattern;
  }

  std::string make_file() {
    std::string text;
    if (random_() % 10 == 0) {
      text = "\xEF\xBB\xBF";
    }
    for (std::size_t count = 1 + random_() % 5; count > 0; --count) {
      text += make_pattern();
      text += random_() % 8 == 0 ? "\r\n" : "\n";
    }
    return text;
  }

  void write_if_possible(const std::string& path, const std::string& bytes) {
    boost::system::error_code failure;
    const boost::filesystem::path file = directory_.path(path);
    boost::filesystem::create_directories(file.parent_path(), failure);
    if (!failure && !boost::filesystem::is_directory(file, failure)) {
      std::ofstream(file.string(), std::ios::binary) << bytes;
    }
  }

  std::mt19937 random_{20260115};
};

TEST_F(GitIgnoreTest, WalkGivesWhatGitLists) {
  constexpr int trees = 60;
  for (int tree = 0; tree < trees; ++tree) {
    const std::string root = "t" + std::to_string(tree);
    shell("git init -q " + root);
    for (int i = 0; i < 40; ++i) {
      write_if_possible(root + '/' + make_path(), "");
    }
    std::string rules;
    const auto add_rules = [&](const std::string& name) {
      const std::string text = make_file();
      write_if_possible(root + '/' + name, text);
      rules += name + ":\n" + text;
    };
    add_rules(".gitignore");
    add_rules("a/.gitignore");
    add_rules("a/b/.gitignore");
    add_rules(".git/info/exclude");
    for (const char* sub : {"", "/a"}) {
      const auto reader = disk_reader(directory_.path(root + sub));
      const Result<FileList> list = list_files(*reader, {});
      // A root that is ignored itself is checked all the same.
      if (!list ||
          !shell("cd " + root + " && git check-ignore ." + sub).empty()) {
        continue;
      }
      std::vector<std::string> paths;
      for (const FileEntry& file : list->files()) {
        paths.emplace_back(file.path);
      }
      ASSERT_EQ(
          paths,
          names(
              "cd " + root + sub + " && git ls-files -o --exclude-standard -z"))
          << root << sub << "\n"
          << rules;
    }
  }
}

TEST_F(GitIgnoreTest, UntrackedFilesAreWhatGitLists) {
  constexpr int trees = 25;
  for (int tree = 0; tree < trees; ++tree) {
    const std::string root = "t" + std::to_string(tree);
    shell("git init -q " + root);
    for (int i = 0; i < 15; ++i) {
      write_if_possible(root + "/m/" + make_path(), "");
    }
    write_if_possible(root + "/.gitattributes", "");
    shell("cd " + root + " && git add -A");
    write_if_possible(root + "/.gitignore", make_file());
    write_if_possible(root + "/m/.gitignore", make_file());
    for (int i = 0; i < 15; ++i) {
      write_if_possible(root + "/m/" + make_name(), "");
    }
    const auto reader = disk_reader(directory_.path(root));
    Result<FileList> list = list_files(*reader, {});
    ASSERT_TRUE(list);
    ASSERT_EQ(list->source(), FileSource::index);
    list->add_untracked(*reader, {"m", "."}, false);
    std::vector<std::string> paths;
    for (const FileEntry& file : list->files()) {
      if (!file.tracked) {
        paths.emplace_back(file.path);
      }
    }
    ASSERT_EQ(
        paths,
        names(
            "cd " + root +
            " && git ls-files -o --exclude-standard -z | "
            "grep -zE '^(m/)?[^/]*$'"))
        << root;
  }
}

TEST_F(GitIgnoreTest, NestedRepositoriesAreNotEntered) {
  directory_.write("r/a/file", "");
  directory_.write("r/b/.git/HEAD", "no repository");
  directory_.write("r/b/file", "");
  shell("git init -q r && git init -q r/a");
  const auto list = list_files(*disk_reader(directory_.path("r")), {});
  ASSERT_EQ(list->files().size(), 1u);
  EXPECT_EQ(list->files()[0].path, "b/file");
  EXPECT_EQ(
      names("cd r && git ls-files -o --exclude-standard -z"),
      (std::vector<std::string>{"a/", "b/file"}));
}

} // namespace
} // namespace migcheck
