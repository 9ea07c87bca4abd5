#include "cli/session.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace migcheck {
namespace {

const std::string table = "CREATE TABLE a (id bigint PRIMARY KEY);\n";

Session clean_project() {
  Session session;
  session.files = {
      {"/project/migrations/0001_a.sql", table},
      {"/project/migrations/0002_b.sql", "SELECT 1;\n"}};
  return session;
}

// Two migrations of one version.
Session project_with_error() {
  Session session = clean_project();
  session.files["/project/migrations/0002_c.sql"] = "SELECT 2;\n";
  return session;
}

TEST(CheckCommand, EndsWith0WhenNothingIsFound) {
  Session session = clean_project();
  EXPECT_EQ(session.run({}), 0);
  EXPECT_EQ(session.error, "");
  EXPECT_EQ(session.run({"check", "--quiet"}), 0);
  EXPECT_EQ(session.out, "");
}

TEST(CheckCommand, EndsWith2WhenARunnersSettingsCannotBeRead) {
  Session session;
  session.files = {
      {"/project/db/V1__a.sql", "SELECT 1;\n"},
      {"/project/db/V2__b.sql", "SELECT 2;\n"},
      {"/project/db/V2__b.sql.conf", "executeInTransaction=false\n"}};
  EXPECT_EQ(session.run({}), 0) << session.out;
  session.files["/project/migcheck.toml"] = "[limits]\nfile = 20\n";
  EXPECT_EQ(session.run({}), 2);
  EXPECT_NE(session.out.find("db/V2__b.sql.conf"), std::string::npos);
}

TEST(CheckCommand, EndsWith1ForFindings) {
  Session session = project_with_error();
  EXPECT_EQ(session.run({"check", "--select", "duplicate-version"}), 1);
  EXPECT_TRUE(session.out.starts_with("migrations/0002_c.sql:1:1: error: "))
      << session.out;
  EXPECT_EQ(session.run({"--fail-on", "never"}), 0);
  EXPECT_EQ(session.run({"--ignore", "duplicate-*,mis*,dup*"}), 0);
  EXPECT_EQ(session.run({"--severity", "duplicate-version=warning"}), 0);
  EXPECT_EQ(
      session.run(
          {"--severity", "duplicate-version=note", "--fail-on", "note"}),
      1);
}

TEST(CheckCommand, EndsWith2ForUsageErrors) {
  Session session = clean_project();
  EXPECT_EQ(session.run({"--no-such-option"}), 2);
  EXPECT_EQ(session.out, "");
  EXPECT_EQ(
      session.error,
      "migcheck: unknown option \"--no-such-option\"\n"
      "migcheck: see `migcheck --help`\n");
  EXPECT_EQ(session.run({"lists", "--formt", "json"}), 2);
  EXPECT_EQ(
      session.error,
      "migcheck: unknown option \"--formt\", did you mean \"--format\"?\n"
      "migcheck: see `migcheck lists --help`\n");
}

TEST(CheckCommand, EndsWith2WhenTheRootIsMissing) {
  Session session = clean_project();
  EXPECT_EQ(session.run({"chekc"}), 2);
  EXPECT_EQ(
      session.error,
      "migcheck: \"chekc\": there is no such directory; did you mean the "
      "command \"check\"?\n");
  EXPECT_EQ(session.run({"check", "nowhere"}), 2);
  EXPECT_EQ(
      session.error, "migcheck: \"nowhere\": there is no such directory\n");
}

TEST(CheckCommand, WritesSeveralReports) {
  Session session = project_with_error();
  EXPECT_EQ(
      session.run(
          {"--format",
           "json=a.json",
           "--format=text",
           "--format",
           "sarif=sub/b.sarif"}),
      1);
  EXPECT_NE(session.out.find("[duplicate-version]"), std::string::npos);
  ASSERT_EQ(session.written.size(), 2u);
  const auto json = nlohmann::json::parse(session.written["a.json"]);
  EXPECT_EQ(json["schema_version"], 1);
  EXPECT_EQ(json["root"], ".");
  EXPECT_EQ(json["complete"], true);
  EXPECT_TRUE(nlohmann::json::accept(session.written["sub/b.sarif"]));
  EXPECT_EQ(session.run({"--format", "json=a.json"}), 1);
  EXPECT_EQ(session.out, "");
}

TEST(CheckCommand, EndsWith2WhenAReportCannotBeWritten) {
  Session session = project_with_error();
  session.out_fails = true;
  EXPECT_EQ(session.run({}), 2);
  EXPECT_EQ(
      session.error,
      "migcheck: standard output is closed or full; the report is cut off\n");
  session.out_fails = false;
  session.unwritable = {"a.json"};
  EXPECT_EQ(session.run({"--format", "json=a.json", "--format", "text"}), 2);
  EXPECT_EQ(
      session.error, "migcheck: cannot write \"a.json\": permission denied\n");
  EXPECT_NE(session.out.find("[duplicate-version]"), std::string::npos);
}

TEST(CheckCommand, FindsTheRootUpwards) {
  Session session = project_with_error();
  session.files["/project/migcheck.toml"] = "";
  session.files["/project/a/b/c.txt"] = "";
  session.working_directory = "/project/a/b";
  EXPECT_EQ(session.run({"--select", "duplicate-version"}), 1);
  EXPECT_TRUE(session.out.starts_with("../../migrations/0002_c.sql:1:1: "))
      << session.out;
  session.files.erase("/project/migcheck.toml");
  EXPECT_EQ(session.run({}), 1);
  EXPECT_NE(session.out.find("[nothing-checked]"), std::string::npos);
  session.files["/project/.git/HEAD"] = "ref: refs/heads/main\n";
  session.run({"--select", "duplicate-version"});
  EXPECT_TRUE(session.out.starts_with("../../migrations/0002_c.sql:1:1: "))
      << session.out;
}

TEST(CheckCommand, TakesTheRootFromPath) {
  Session session = project_with_error();
  session.files["/project/migcheck.toml"] = "no such key";
  session.files["/project/sub/migrations/1_a.sql"] = table;
  session.files["/project/sub/migrations/01_b.sql"] = table;
  for (const std::string path : {"sub", "./sub/", "sub//", "/project/sub"}) {
    EXPECT_EQ(session.run({"check", path, "--select", "duplicate-version"}), 1)
        << session.error;
    const std::string start = path[0] == '/' ? path : "sub";
    EXPECT_TRUE(session.out.starts_with(start + "/migrations/")) << session.out;
  }
  session.run({"sub", "--format", "json"});
  EXPECT_EQ(nlohmann::json::parse(session.out)["root"], "sub");
  session.run({"/project/sub", "--format", "json"});
  EXPECT_EQ(nlohmann::json::parse(session.out)["root"], ".");
}

TEST(CheckCommand, ReportsWhatIsWrongInTheConfiguration) {
  Session session = clean_project();
  session.files["/project/migcheck.toml"] = "detetc = 1\n[x]\n";
  EXPECT_EQ(session.run({}), 2);
  EXPECT_EQ(session.out, "");
  EXPECT_EQ(
      session.error,
      "migcheck.toml:1:1: unknown key \"detetc\", did you mean \"detect\"?\n"
      "migcheck.toml:2:2: unknown key \"x\"\n");
  session.files["/project/sub/x.txt"] = "";
  session.working_directory = "/project/sub";
  EXPECT_EQ(session.run({}), 2);
  EXPECT_TRUE(session.error.starts_with("../migcheck.toml:1:1: "))
      << session.error;
  EXPECT_EQ(session.run({"--config", "../migcheck.toml"}), 2);
  EXPECT_TRUE(session.error.starts_with("../migcheck.toml:1:1: "))
      << session.error;
  EXPECT_EQ(session.run({"--config", "absent.toml"}), 2);
  EXPECT_EQ(
      session.error, "migcheck: absent.toml: there is no such configuration\n");
}

TEST(CheckCommand, ShowsPlacesOfTheConfigurationFromHere) {
  Session session = clean_project();
  session.files["/project/migcheck.toml"] = "[[directory]]\npath = \"no\"\n";
  session.files["/project/sub/x.txt"] = "";
  session.working_directory = "/project/sub";
  for (const std::string command : {"check", "migrations", "lists", "lock"}) {
    EXPECT_EQ(session.run({command}), 2);
    EXPECT_TRUE(session.error.starts_with("../migcheck.toml:1:1: "))
        << session.error;
  }
}

TEST(CheckCommand, TakesAnotherConfiguration) {
  Session session = project_with_error();
  session.files["/project/migcheck.toml"] = "broken";
  session.files["/other/ci.toml"] = "[rules]\nduplicate-version = \"off\"\n";
  EXPECT_EQ(session.run({"--config", "/other/ci.toml"}), 0) << session.error;
  session.files["/project/ci.toml"] = "[rules]\nverison-gap = \"off\"\n";
  EXPECT_EQ(session.run({"--config", "ci.toml", "-q"}), 1);
  EXPECT_NE(
      session.out.find("ci.toml:2:1: error: rule \"verison-gap\""),
      std::string::npos)
      << session.out;
}

TEST(CheckCommand, AnnotatesOnGitHub) {
  Session session = project_with_error();
  session.variables = {
      {"GITHUB_ACTIONS", "true"}, {"GITHUB_STEP_SUMMARY", "/tmp/summary"}};
  EXPECT_EQ(session.run({}), 1);
  EXPECT_NE(session.out.find("\n::error file=migrations/"), std::string::npos)
      << session.out;
  EXPECT_NE(
      session.written["/tmp/summary"].find("duplicate-version"),
      std::string::npos);
  EXPECT_EQ(session.run({"--no-annotations"}), 1);
  EXPECT_EQ(session.out.find("::error"), std::string::npos);
  EXPECT_TRUE(session.written.empty());
  EXPECT_EQ(session.run({"--format", "json"}), 1);
  EXPECT_EQ(session.out.find("::error"), std::string::npos);
  session.unwritable = {"/tmp/summary"};
  EXPECT_EQ(session.run({}), 2);
}

TEST(CheckCommand, UsesColourOnATerminalOnly) {
  Session session = project_with_error();
  session.run({});
  const std::string plain = session.out;
  EXPECT_EQ(plain.find('\x1B'), std::string::npos);
  session.terminal = true;
  session.run({});
  EXPECT_NE(session.out.find('\x1B'), std::string::npos);
  session.variables = {{"NO_COLOR", "1"}};
  session.run({});
  EXPECT_EQ(session.out, plain);
  session.variables = {{"TERM", "dumb"}};
  session.run({});
  EXPECT_EQ(session.out, plain);
}

TEST(CheckCommand, SaysWhatIsMissing) {
  Session session = clean_project();
  session.files["/project/migcheck.toml"] = "[limits]\nfile = 20\n";
  EXPECT_EQ(session.run({"--format", "json"}), 2);
  EXPECT_EQ(
      session.error,
      "migcheck: \"migrations/0001_a.sql\": cannot be read: larger than the "
      "limit\nmigcheck: the check is not complete\n");
  EXPECT_EQ(nlohmann::json::parse(session.out)["complete"], false);
}

TEST(CheckCommand, TellsMoreWhenAsked) {
  Session session = clean_project();
  EXPECT_EQ(session.run({"--verbose"}), 0);
  EXPECT_NE(
      session.error.find("migcheck: \"migrations\": 2 migrations, layout "),
      std::string::npos)
      << session.error;
}

TEST(CheckCommand, KeepsItsErrorsSafeForLogs) {
  Session session = clean_project();
  session.run({"##[add-mask]e\n::error::x\x1B[31m"});
  EXPECT_EQ(session.error.find("##["), std::string::npos);
  EXPECT_EQ(session.error.find('\x1B'), std::string::npos);
  EXPECT_EQ(session.error.find("\n::"), std::string::npos);
  session.files["/project/migcheck.toml"] = "\"##[x]\" = 1\n";
  session.run({});
  EXPECT_EQ(session.error.find("##["), std::string::npos);
}

} // namespace
} // namespace migcheck
