// --history FILE: which files it takes.
#include "cli/session.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

Session goose_project() {
  const std::string up = "-- +goose Up\nSELECT 1;\n";
  Session session;
  session.files = {
      {"/project/migcheck.toml", ""},
      {"/project/migrations/1_a.sql", up},
      {"/project/migrations/2_b.sql", up + "SELECT 2;\n"},
      {"/project/migrations/3_c.sql", up + "SELECT 3;\n"},
      {"/project/prod.csv",
       "id,version_id,is_applied,tstamp\n1,1,t,x\n2,3,t,x\n"},
      {"/project/other.csv", "name,applied\n1_a.sql,t\n2_b.sql,t\n"},
      {"/project/flyway.csv", "installed_rank,version,checksum\n1,1,5\n"},
      {"/elsewhere/prod.csv", "version\n1\n"}};
  return session;
}

TEST(HistoryOption, ComparesWithWhatWasApplied) {
  Session session = goose_project();
  const std::vector<std::string> base = {"check", "--select", "history-*"};
  auto with = [&](const std::string& file) {
    std::vector<std::string> arguments = base;
    arguments.insert(arguments.end(), {"--history", file});
    return session.run(arguments);
  };
  EXPECT_EQ(session.run(base), 0) << session.out;
  EXPECT_EQ(with("prod.csv"), 1);
  EXPECT_NE(session.out.find("\"2_b.sql\" was not applied"), session.out.npos)
      << session.out;
  session.working_directory = "/project/migrations";
  EXPECT_EQ(with("../prod.csv"), 1) << session.error;
}

TEST(HistoryOption, EndsWith2WhereItCannotCompare) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"missing.csv", "missing.csv: cannot be read"},
      {"other.csv", "its columns are \"name\", \"applied\""},
      {"flyway.csv", "is a history of flyway, and no directory"},
      {"/elsewhere/prod.csv", "is not inside of the project"}};
  for (const auto& [file, error] : cases) {
    Session session = goose_project();
    EXPECT_EQ(session.run({"check", "--history", file}), 2) << file;
    EXPECT_NE(session.error.find(error), std::string::npos) << file << "\n"
                                                            << session.error;
  }
}

// What the export names is no list of migrations.
TEST(HistoryOption, IsNoFileOfTheProjectOtherwise) {
  Session session = goose_project();
  session.files["/project/prod.csv"] +=
      "3,2,t,migrations/1_a.sql\n4,2,t,migrations/2_b.sql\n";
  EXPECT_EQ(
      session.run({"check", "--history", "prod.csv", "--ignore", "missing-*"}),
      0)
      << session.out;
}

} // namespace
} // namespace migcheck
