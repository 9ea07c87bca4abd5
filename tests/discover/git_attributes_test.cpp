#include "discover/file_list.hpp"
#include "discover/git_attributes.hpp"
#include "discover/git_program.hpp"
#include "io/disk_reader.hpp"
#include "io/memory_reader.hpp"

#include <random>

namespace migcheck {
namespace {

constexpr auto unspecified = TextAttribute::unspecified;
constexpr auto automatic = TextAttribute::automatic;
constexpr auto fixed = TextAttribute::fixed;

TEST(GitAttributes, DecidesAsACheckoutDoes) {
  struct Case {
    const char* text;
    TextAttribute expected; // of m/1.sql
  };

  const Case cases[] = {
      {"", unspecified},
      {"*.sql", unspecified},
      {"*.sql text", automatic},
      {"*.sql text=auto", automatic},
      {"* text=auto", automatic},
      {"* text=auto eol=lf", fixed},
      {"*.sql eol=crlf", fixed},
      {"*.sql eol=native", unspecified},
      {"*.sql -text", fixed},
      {"*.sql binary", fixed},
      {"* text=auto\n*.sql -text", fixed},
      {"*.sql -text\n* text=auto", automatic},
      {"* text=auto\n*.sql !text", unspecified},
      {"*.sql text -text", fixed},
      {"*.sql crlf", automatic},
      {"*.sql -crlf", fixed},
      {"*.sql crlf=input", fixed},
      {"m/*.sql -text", fixed},
      {"/*.sql -text", unspecified},
      {"m/ -text", unspecified},
      {"m/** -text", fixed},
      {"!*.sql -text", unspecified},
      {"# *.sql -text", unspecified},
      {"  *.sql\t-text\r\n", fixed},
      {"\"*.sql\" -text", fixed},
      {"\"\\052.sql\" -text", fixed},
      {"[attr]raw -text\n*.sql raw", fixed},
      {"[attr]one two\n[attr]two one eol=lf\n*.sql one", fixed},
      {"[attr]raw -text\n*.sql -raw", unspecified},
      {"\xEF\xBB\xBF*.sql -text", fixed},
      {"*.sql foo=bar -diff", unspecified},
  };
  for (const Case& one : cases) {
    const MemoryReader reader{{".gitattributes", one.text}};
    EXPECT_EQ(GitAttributes(reader, {}).text("m/1.sql"), one.expected)
        << one.text;
  }
}

TEST(GitAttributes, DeeperFilesAndInfoComeFirst) {
  MemoryReader reader{
      {".gitattributes", "*.sql text=auto"},
      {"m/.gitattributes", "/*.sql -text"},
      {"m/n/.gitattributes", "2.sql eol=lf"}};
  EXPECT_EQ(GitAttributes(reader, {}).text("1.sql"), automatic);
  EXPECT_EQ(GitAttributes(reader, {}).text("m/1.sql"), fixed);
  EXPECT_EQ(GitAttributes(reader, {}).text("m/n/1.sql"), automatic);
  EXPECT_EQ(GitAttributes(reader, {}).text("m/n/2.sql"), fixed);
  reader.set_git("sub/");
  reader.add_git(GitFile::work_tree, "sub/m/n/1.sql -text", ".gitattributes");
  GitRepository repository = reader.find_git({});
  EXPECT_EQ(GitAttributes(reader, repository).text("m/n/1.sql"), automatic);
  reader.add_git(GitFile::attributes, "/sub/m/n/1.sql -text");
  EXPECT_EQ(GitAttributes(reader, repository).text("m/n/1.sql"), fixed);
  reader.remove(".gitattributes");
  reader.add_git(GitFile::attributes, "");
  EXPECT_EQ(GitAttributes(reader, repository).text("m/n/1.sql"), fixed);
}

// What git says of `text`, `eol` and `crlf`, read as its manual does.
TextAttribute judge(std::string text, std::string eol, std::string crlf) {
  text = text == "unspecified" ? crlf : text;
  if (text == "unset" || text == "input") {
    return fixed;
  }
  if (eol == "lf" || eol == "crlf") {
    return fixed;
  }
  return text == "set" || text == "auto" ? automatic : unspecified;
}

class GitAttributesTest : public GitTest {};

TEST_F(GitAttributesTest, AgreesWithGit) {
  std::mt19937 random(11);
  const auto pick = [&](const auto& list) {
    return std::string(list[random() % std::size(list)]);
  };
  const char* const patterns[] = {
      "*",
      "*.sql",
      "m/*.sql",
      "/m/*",
      "m/**",
      "**/1.sql",
      "1.sql",
      "[12].sql",
      "m/",
      "\"1.sql\"",
      "!2.sql",
      "[attr]mine",
      "[attr]other",
      "n/*"};
  const char* const words[] = {
      "text",
      "-text",
      "!text",
      "text=auto",
      "eol=lf",
      "eol=crlf",
      "binary",
      "-binary",
      "crlf",
      "-crlf",
      "mine",
      "other",
      "-mine",
      "!eol",
      "eol=x",
      "text=x",
      "diff"};
  const std::vector<std::string> paths = {
      "1.sql", "m/1.sql", "m/2.sql", "m/n/1.sql", "m/n/3.txt"};
  for (int round = 0; round < 30; ++round) {
    const std::string root = "r" + std::to_string(round);
    shell("git init -q " + root);
    std::string all;
    for (const char* file :
         {".gitattributes",
          "m/.gitattributes",
          "m/n/.gitattributes",
          ".git/info/attributes"}) {
      std::string text;
      for (std::size_t lines = random() % 4; lines > 0; --lines) {
        text += pick(patterns) + " " + pick(words) + " " + pick(words) + "\n";
      }
      directory_.write(root + "/" + file, text);
      all += std::string(file) + ":\n" + text;
    }
    const auto reader = disk_reader(directory_.path(root));
    GitAttributes attributes(*reader, reader->find_git({}));
    for (const std::string& path : paths) {
      std::vector<std::string> said;
      const std::string output = shell(
          "cd " + root + " && git check-attr -z text eol crlf -- " + path);
      for (std::size_t at = 0; at < output.size();) {
        const std::size_t end = output.find('\0', at);
        said.push_back(output.substr(at, end - at));
        at = end + 1;
      }
      ASSERT_EQ(said.size(), 9u);
      EXPECT_EQ(attributes.text(path), judge(said[2], said[5], said[8]))
          << path << "\n"
          << all;
    }
  }
}

} // namespace
} // namespace migcheck
