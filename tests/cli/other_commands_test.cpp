#include "cli/git_hook.hpp"
#include "cli/session.hpp"
#include "cli/starter_config.hpp"
#include "cli/version.hpp"
#include "config/config.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace migcheck {
namespace {

Session project() {
  Session session;
  session.files = {
      {"/project/migrations/0001_a.sql", "SELECT 1;\n"},
      {"/project/migrations/0002_b.sql", "SELECT 2;\n"},
      {"/project/.git/HEAD", "ref: refs/heads/main\n"}};
  return session;
}

TEST(Version, IsTheFirstLine) {
  for (const std::string option : {"--version", "-V"}) {
    Session session;
    EXPECT_EQ(session.run({option}), 0);
    EXPECT_TRUE(
        session.out.starts_with("migcheck " + std::string(version()) + "\n"));
    EXPECT_EQ(session.error, "");
  }
  Session session;
  session.out_fails = true;
  EXPECT_EQ(session.run({"--version"}), 2);
}

TEST(Help, GoesToStandardOutput) {
  Session session;
  EXPECT_EQ(session.run({"--help"}), 0);
  EXPECT_NE(session.out.find("Commands:"), std::string::npos);
  EXPECT_EQ(session.run({"lock", "-h"}), 0);
  EXPECT_TRUE(session.out.starts_with("migcheck lock: "));
  EXPECT_EQ(session.error, "");
}

TEST(MigrationsCommand, PrintsWhatIsThere) {
  Session session = project();
  EXPECT_EQ(session.run({"migrations"}), 0) << session.error;
  EXPECT_NE(session.out.find("0002_b.sql"), std::string::npos);
  EXPECT_EQ(session.run({"migrations", "--format", "json"}), 0);
  const auto json = nlohmann::json::parse(session.out);
  EXPECT_EQ(json["directories"][0]["path"], "migrations");
  EXPECT_EQ(json["directories"][0]["migrations"].size(), 2u);
  session.files["/project/migcheck.toml"] = "[limits]\nfile = 5\n";
  EXPECT_EQ(session.run({"migrations"}), 2);
}

TEST(ListsCommand, PrintsWhatIsThere) {
  Session session = project();
  EXPECT_EQ(session.run({"lists", "--format", "json=x.json"}), 0)
      << session.error;
  EXPECT_EQ(session.out, "");
  const auto json = nlohmann::json::parse(session.written["x.json"]);
  EXPECT_EQ(json["schema_version"], 1);
  EXPECT_TRUE(json["lists"].is_array());
  EXPECT_TRUE(json["counts"].is_array());
}

TEST(ExplainCommand, PrintsThePage) {
  Session session;
  EXPECT_EQ(session.run({"explain", "duplicate-version"}), 0);
  EXPECT_TRUE(session.out.starts_with(
      "# duplicate-version\n\nerror: two migrations have the same version; on "
      "by default, fix: none, since 0.1.0\n\n## What it finds\n"))
      << session.out.substr(0, 200);
  EXPECT_EQ(session.run({"explain", "duplicate-versions"}), 2);
  EXPECT_EQ(
      session.error,
      "migcheck: rule \"duplicate-versions\" does not exist, did you mean "
      "\"duplicate-version\"?\n"
      "migcheck: `migcheck rules` prints the names of all rules\n");
}

TEST(RulesCommand, HasThreeFormats) {
  Session session;
  EXPECT_EQ(session.run({"rules"}), 0);
  EXPECT_NE(session.out.find("duplicate-version"), std::string::npos);
  EXPECT_EQ(session.run({"rules", "--format", "json"}), 0);
  EXPECT_TRUE(nlohmann::json::parse(session.out)["rules"].is_array());
  EXPECT_EQ(
      session.run({"rules", "--format", "markdown=a", "--format=text"}), 0);
  EXPECT_TRUE(session.written["a"].starts_with("# Rules\n"));
}

// The one file that a new rule changes outside of its folder.
TEST(RulesCommand, WroteTheIndex) {
  const std::string path =
      std::string(MIGCHECK_SOURCE_DIR) + "/rules/README.md";
  Session session;
  session.run({"rules", "--format", "markdown"});
  if (std::getenv("UPDATE_GOLDENS") != nullptr) {
    std::ofstream(path, std::ios::binary) << session.out;
  }
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  EXPECT_EQ(text.str(), session.out)
      << "UPDATE_GOLDENS=1 writes rules/README.md";
}

TEST(InitCommand, WritesWhatItFound) {
  Session session = project();
  EXPECT_EQ(session.run({"init"}), 0) << session.error;
  EXPECT_EQ(
      session.error,
      "migcheck: wrote migcheck.toml, with 1 migration directory\n");
  const std::string text = session.written["migcheck.toml"];
  const Result<Config> config = parse_config(text, "migcheck.toml");
  ASSERT_TRUE(config) << config.error().message;
  ASSERT_EQ(config->directories.size(), 1u);
  EXPECT_EQ(config->directories[0].path, "migrations");
  EXPECT_EQ(config->directories[0].layout, LayoutId::numbered);
}

TEST(InitCommand, OverwritesNothing) {
  Session session = project();
  session.files["/project/migcheck.toml"] = "";
  EXPECT_EQ(session.run({"init"}), 2);
  EXPECT_EQ(
      session.error,
      "migcheck: migcheck.toml is there already and stays as it is\n");
  EXPECT_TRUE(session.written.empty());
}

TEST(InitCommand, SaysWhenItCannotWrite) {
  Session session = project();
  session.unwritable = {"migcheck.toml"};
  EXPECT_EQ(session.run({"init", "--hook"}), 2);
  EXPECT_EQ(
      session.error,
      "migcheck: cannot write \"migcheck.toml\": permission denied\n");
}

// What stands behind `#` must hold too when it is taken in.
TEST(StarterConfig, IsValidWithAndWithoutItsComments) {
  MigrationDirectory odd;
  odd.path = "m\"i\\g\n\xE2\x80\xAE";
  odd.baseline = "0001_a.sql";
  MigrationDirectory foreign;
  foreign.path = "m\xFF";
  for (const auto& directories :
       {std::vector<MigrationDirectory>{},
        std::vector<MigrationDirectory>{odd, foreign}}) {
    const std::string text = starter_config(directories);
    const Result<Config> config = parse_config(text, "x");
    ASSERT_TRUE(config) << config.error().message << "\n" << text;
    ASSERT_EQ(config->directories.size(), directories.empty() ? 0u : 1u);
    if (!directories.empty()) {
      EXPECT_EQ(config->directories[0].path, odd.path);
    }
  }
  std::string all;
  std::istringstream lines(starter_config({}));
  for (std::string line; std::getline(lines, line);) {
    const bool is_key =
        line.starts_with("# ") &&
        (line.find(" = ") != std::string::npos || line.starts_with("# ["));
    all += (is_key ? line.substr(2) : line) + "\n";
  }
  const Result<Config> config = parse_config(all, "x");
  ASSERT_TRUE(config) << config.error().message << "\n" << all;
  EXPECT_EQ(config->directories.size(), 1u);
  EXPECT_EQ(config->directories[0].gaps.size(), 2u);
  EXPECT_EQ(config->ignores.size(), 1u);
}

TEST(InitHook, InstallsTheHook) {
  Session session = project();
  EXPECT_EQ(session.run({"init", "--hook"}), 0) << session.error;
  EXPECT_EQ(session.written[".git/hooks/pre-commit"], git_hook());
  EXPECT_TRUE(session.written.contains("migcheck.toml"));
  session.files["/project/migcheck.toml"] = "";
  session.files["/project/.git/hooks/pre-commit"] = git_hook();
  EXPECT_EQ(session.run({"init", "--hook"}), 0);
  EXPECT_TRUE(session.written.empty());
  session.files["/project/.git/hooks/pre-commit"] =
      "#!/bin/sh\n# Installed by `migcheck init --hook`.\n"
      "exec migcheck check --git-tracked\n";
  EXPECT_EQ(session.run({"init", "--hook"}), 0) << "an older one is ours";
  EXPECT_EQ(session.written[".git/hooks/pre-commit"], git_hook());
}

TEST(InitHook, RespectsWhatIsThere) {
  const std::string line =
      "add this line to git's pre-commit hook: migcheck check --staged\n";
  Session session = project();
  session.files["/project/migcheck.toml"] = "";
  const std::string kept =
      "migcheck: migcheck.toml is there already and stays as it is\n";
  session.files["/project/.git/hooks/pre-commit"] = "#!/bin/sh\n";
  EXPECT_EQ(session.run({"init", "--hook"}), 2);
  EXPECT_EQ(
      session.error,
      kept +
          "migcheck: no hook was installed: \".git/hooks/pre-commit\" is "
          "another one; " +
          line);
  EXPECT_TRUE(session.written.empty());

  session.files["/project/.git/config"] = "[core]\n\thooksPath = .husky\n";
  EXPECT_EQ(session.run({"init", "--hook"}), 0) << session.error;
  EXPECT_EQ(session.written[".husky/pre-commit"], git_hook());

  for (const std::string outside : {"/etc/hooks", "~/hooks", "../hooks"}) {
    session.files["/project/.git/config"] =
        "[core]\n\thooksPath = " + outside + "\n";
    EXPECT_EQ(session.run({"init", "--hook"}), 2);
    EXPECT_EQ(
        session.error,
        kept + "migcheck: no hook was installed: core.hooksPath \"" + outside +
            "\" lies outside of the project; " + line);
  }
  for (const std::string name : {"config", "HEAD", "hooks/pre-commit"}) {
    session.files.erase("/project/.git/" + name);
  }
  EXPECT_EQ(session.run({"init", "--hook"}), 2);
  EXPECT_NE(session.error.find("not the top of a plain"), std::string::npos);
}

TEST(GitHook, ReadsGitsConfiguration) {
  const std::vector<std::pair<std::string_view, std::string_view>> table = {
      {"", ""},
      {"[core]\nhooksPath=a", "a"},
      {"[core]\r\n\tHooksPath = \"a b\" # c\r\n", "a b"},
      {"[CORE] hookspath = x ; y\n", "x"},
      {"[core \"sub\"]\nhooksPath = a\n", ""},
      {"[other]\nhooksPath = a\n[core]\nbare = false\n", ""},
      {"[core]\nhooksPath = a\nhooksPath = b\n", "b"}};
  for (const auto& [config, expected] : table) {
    EXPECT_EQ(hooks_path(config), expected) << config;
  }
}

} // namespace
} // namespace migcheck
