#include "cli/session.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace migcheck {
namespace {

using Arguments = std::vector<std::string>;

const std::string list =
    "var AllMigrations = []string{\n"
    "\t\"0001_a.sql\",\n\t\"0002_b.sql\",\n\t\"0003_c.sql\",\n}\n";

// A list that lacks 0004.
Session project() {
  Session session;
  for (const char* name : {"0001_a", "0002_b", "0003_c", "0004_d"}) {
    session.files["/project/migrations/" + std::string(name) + ".sql"] =
        "CREATE TABLE t" + std::string(name).substr(5) +
        " (id bigint PRIMARY KEY);\n";
  }
  session.files["/project/list.go"] = "package a\n\n" + list;
  return session;
}

// What was written lies there from now on.
int write(Session& session, Arguments more = {"--reason", "later"}) {
  Arguments arguments = {"--known", "known.toml", "--write-known"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const int status = session.run(arguments);
  for (const auto& [path, bytes] : session.written) {
    session.files["/project/" + path] = bytes;
  }
  return status;
}

int check(Session& session) {
  return session.run({"--known", "known.toml"});
}

std::string& file(Session& session) {
  return session.files["/project/known.toml"];
}

TEST(KnownFindings, AreAcceptedOnceTheyAreWritten) {
  Session session = project();
  EXPECT_EQ(session.run({}), 1);
  EXPECT_EQ(write(session), 0);
  EXPECT_EQ(
      session.error,
      "migcheck: known.toml: 1 known finding, 1 new, 0 dropped\n");
  EXPECT_EQ(
      session.out, "no findings in 4 migrations and 1 list, 1 suppressed\n");
  const std::string expected =
      "\n[[known]]\nrule = \"list-missing-migration\"\npath = \"list.go\"\n"
      "of = [\"AllMigrations\"]\nparts = [\"0004_d.sql\"]\n"
      "reason = \"later\"\n";
  EXPECT_TRUE(file(session).ends_with(expected)) << file(session);
  EXPECT_EQ(check(session), 0);
  EXPECT_EQ(session.run({}), 1);
}

TEST(KnownFindings, AreCountedAsSuppressed) {
  Session session = project();
  write(session);
  session.run({"--known", "known.toml", "--format", "json"});
  const auto json = nlohmann::json::parse(session.out);
  EXPECT_EQ(json["summary"]["suppressed"], 1);
  EXPECT_EQ(json["summary"]["errors"], 0);
  EXPECT_TRUE(json["findings"].empty());
  session.run({"--known", "known.toml", "--format", "junit"});
  EXPECT_NE(session.out.find("<skipped message=\"later\""), std::string::npos)
      << session.out;
}

TEST(KnownFindings, StayWhenTheListMovesAndOthersCome) {
  Session session = project();
  write(session);
  session.files["/project/list.go"] = "package a\n\n// Moved.\n\n\n" + list;
  EXPECT_EQ(check(session), 0) << session.out;
  session.files["/project/other.go"] =
      "package a\n\nvar SomeMigrations = []string{\n\t\"0001_a.sql\",\n"
      "\t\"0002_b.sql\",\n\t\"0003_c.sql\",\n\t\"0004_d.sql\",\n}\n";
  EXPECT_EQ(check(session), 0) << session.out;
}

TEST(KnownFindings, DoNotHideWhatComesOnTop) {
  Session session = project();
  write(session);
  session.files["/project/migrations/0005_e.sql"] =
      "CREATE TABLE te (id bigint PRIMARY KEY);\n";
  EXPECT_EQ(check(session), 1);
  EXPECT_NE(session.out.find("lacks 2 of 5"), std::string::npos);
  EXPECT_NE(
      session.out.find("known.toml:7:1: note: accepted without \"0005_e.sql\""),
      std::string::npos)
      << session.out;
  EXPECT_EQ(session.out.find("stale-baseline-entry"), std::string::npos);
}

TEST(KnownFindings, ShrinkWithoutAnError) {
  Session session = project();
  session.files["/project/migrations/0005_e.sql"] =
      "CREATE TABLE te (id bigint PRIMARY KEY);\n";
  write(session);
  session.files["/project/list.go"] =
      "package a\n\nvar AllMigrations = []string{\n\t\"0001_a.sql\",\n"
      "\t\"0002_b.sql\",\n\t\"0003_c.sql\",\n\t\"0004_d.sql\",\n}\n";
  EXPECT_EQ(check(session), 0);
  EXPECT_NE(
      session.out.find("still accepts \"0004_d.sql\", which is not found"),
      std::string::npos)
      << session.out;
  EXPECT_EQ(write(session, {}), 0);
  EXPECT_EQ(
      session.error,
      "migcheck: known.toml: 1 known finding, 1 new, 1 dropped\n");
  EXPECT_NE(file(session).find("reason = \"later\""), std::string::npos);
  EXPECT_EQ(session.out.find("warning"), std::string::npos);
}

TEST(KnownFindings, ThatAreGoneAreReportedAndDropped) {
  Session session = project();
  write(session);
  session.files.erase("/project/migrations/0004_d.sql");
  EXPECT_EQ(check(session), 0);
  EXPECT_NE(session.out.find("[stale-baseline-entry]"), std::string::npos);
  EXPECT_EQ(session.run({"--known", "known.toml", "--fail-on", "warning"}), 1);
  EXPECT_EQ(write(session), 0);
  EXPECT_EQ(file(session).find("[[known]]"), std::string::npos);
  EXPECT_EQ(
      session.error,
      "migcheck: known.toml: 0 known findings, 0 new, 1 dropped\n");
}

TEST(KnownFindings, WithoutAReasonAreReported) {
  Session session = project();
  EXPECT_EQ(write(session, {}), 0);
  EXPECT_NE(session.out.find("[suppression-without-reason]"), std::string::npos)
      << session.out;
  std::string& text = file(session);
  text.replace(text.find("reason = \"\""), 11, "reason = \"mine\"");
  EXPECT_EQ(check(session), 0);
  EXPECT_EQ(session.out.find("warning"), std::string::npos);
  // Written again, it stays.
  EXPECT_EQ(write(session), 0);
  EXPECT_TRUE(session.written.empty());
  EXPECT_NE(text.find("reason = \"mine\""), std::string::npos);
}

TEST(KnownFindings, AreNoListOfTheProject) {
  Session session = project();
  file(session) =
      "# migcheck: known findings\nformat = 1\n\n[[known]]\n"
      "rule = \"list-missing-migration\"\npath = \"list.go\"\nparts = [\n"
      "  \"0001_a.sql\",\n  \"0002_b.sql\",\n  \"0003_c.sql\",\n]\n";
  session.run({"lists", "--format", "json"});
  EXPECT_EQ(nlohmann::json::parse(session.out)["lists"].size(), 1u);
}

TEST(KnownFindings, ThatCannotBeReadEndTheCheck) {
  Session session = project();
  EXPECT_EQ(check(session), 2);
  EXPECT_EQ(
      session.error,
      "migcheck: known.toml: there is no such file of known findings; "
      "`--write-known` makes it\n");
  EXPECT_EQ(session.out, "");
  file(session) = "# migcheck: known findings\nformat = 1\n[[known]]\n";
  const std::string damaged = file(session);
  EXPECT_EQ(check(session), 2);
  EXPECT_EQ(
      session.error,
      "known.toml:3:1: [[known]] has no \"rule\"\n"
      "known.toml:3:1: [[known]] has no \"path\"\n");
  EXPECT_EQ(write(session), 2);
  EXPECT_EQ(file(session), damaged);
}

TEST(KnownFindings, AreNotWrittenByACheckThatIsNotComplete) {
  Session session = project();
  session.files["/project/migcheck.toml"] = "[limits]\nfile = 20\n";
  EXPECT_EQ(write(session), 2);
  EXPECT_TRUE(session.written.empty());
  EXPECT_NE(
      session.error.find(
          "known.toml: not written, for the check is not complete"),
      std::string::npos)
      << session.error;
}

TEST(KnownFindings, MayLieInAnotherFolder) {
  Session session = project();
  session.working_directory = "/project/migrations";
  session.files["/elsewhere/known.toml"] =
      "# migcheck: known findings\nformat = 1\n\n[[known]]\n"
      "rule = \"list-missing-migration\"\npath = \"list.go\"\n"
      "of = [\"AllMigrations\"]\nparts = [\"0004_d.sql\"]\nreason = \"r\"\n";
  session.files["/project/migcheck.toml"] = "";
  EXPECT_EQ(session.run({"--known", "/elsewhere/known.toml"}), 0)
      << session.out << session.error;
  EXPECT_EQ(session.run({"--known", "../../elsewhere/known.toml"}), 0);
}

TEST(KnownFindings, NeedTheirOptionsTogether) {
  Session session = project();
  const std::vector<std::pair<Arguments, std::string>> table = {
      {{"--write-known"}, "--write-known needs the file: --known FILE"},
      {{"--known", ""}, "--known: no file is named"},
      {{"--reason", "x"}, "--reason goes with --write-known"},
      {{"--known", "k", "--reason", "x"}, "--reason goes with --write-known"},
      {{"--known", "k", "--write-known", "--reason", " "},
       "--reason: no reason is given"}};
  for (const auto& [arguments, expected] : table) {
    EXPECT_EQ(session.run(arguments), 2);
    EXPECT_TRUE(session.error.starts_with("migcheck: " + expected + "\n"))
        << session.error;
  }
}

} // namespace
} // namespace migcheck
