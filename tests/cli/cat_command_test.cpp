#include "cli/session.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

Session project() {
  Session session;
  session.files = {
      {"/project/.git/HEAD", "ref: refs/heads/main\n"},
      {"/project/db/migrations/1_a.up.sql", "SELECT 1;\n"},
      {"/project/db/migrations/1_a.down.sql", "SELECT 10;\n"},
      {"/project/db/migrations/2_b.up.sql", "SELECT 2;\n"},
      {"/project/db/migrations/10_c.up.sql", "SELECT 3"}};
  return session;
}

TEST(CatCommand, PrintsTheUpPartsInTheRunnersOrder) {
  Session session = project();
  EXPECT_EQ(session.run({"cat"}), 0) << session.error;
  EXPECT_EQ(
      session.out,
      "-- db/migrations/1_a.up.sql\nSELECT 1;\n\n"
      "-- db/migrations/2_b.up.sql\nSELECT 2;\n\n"
      "-- db/migrations/10_c.up.sql\nSELECT 3;\n");
  EXPECT_EQ(session.error, "");
}

TEST(CatCommand, BeginsAtTheBaseline) {
  Session session = project();
  session.files["/project/migcheck.toml"] =
      "[[directory]]\npath = \"db/migrations\"\nbaseline = \"2_b.up.sql\"\n";
  EXPECT_EQ(session.run({"cat"}), 0) << session.error;
  EXPECT_TRUE(session.out.starts_with("-- db/migrations/2_b.up.sql\n"));
}

TEST(CatCommand, LeavesOutWhatTheJournalDoesNotName) {
  Session session;
  session.files = {
      {"/project/.git/HEAD", "ref: refs/heads/main\n"},
      {"/project/drizzle/meta/_journal.json",
       R"({"dialect": "postgresql", "entries": [{"idx": 0, "tag": "0000_a"}]})"},
      {"/project/drizzle/0000_a.sql", "CREATE TABLE ants (id bigint);\n"},
      {"/project/drizzle/0001_b.sql", "ALTER TABLE ants ADD legs int;\n"}};
  const std::string_view sql =
      "-- drizzle/0000_a.sql\nCREATE TABLE ants (id bigint);\n";
  EXPECT_EQ(session.run({"cat"}), 0) << session.error;
  EXPECT_EQ(session.out, sql);
  EXPECT_EQ(session.run({"cat", "--tables", "ants"}), 0) << session.error;
  EXPECT_EQ(session.out, sql);
}

TEST(CatCommand, WantsTheDirectoryWhereThereAreSeveral) {
  Session session = project();
  session.files["/project/other/migrations/1_x.sql"] = "SELECT 'x';\n";
  session.files["/project/other/migrations/2_y.sql"] = "SELECT 'y';\n";
  EXPECT_EQ(session.run({"cat"}), 2);
  EXPECT_EQ(session.out, "");
  EXPECT_EQ(
      session.error,
      "migcheck: there are several migration directories; name one with "
      "--directory: \"db/migrations\", \"other/migrations\"\n");
  EXPECT_EQ(session.run({"cat", "--directory", "other/migrations"}), 0);
  EXPECT_TRUE(session.out.starts_with("-- other/migrations/1_x.sql\n"));
  session.working_directory = "/project/other";
  EXPECT_EQ(session.run({"cat", "--directory", "migrations"}), 0)
      << session.error;
  EXPECT_TRUE(session.out.starts_with("-- other/migrations/1_x.sql\n"));
}

TEST(CatCommand, NamesTheDirectoriesThatThereAre) {
  Session session = project();
  EXPECT_EQ(session.run({"cat", "--directory", "migration"}), 2);
  EXPECT_EQ(
      session.error,
      "migcheck: --directory: no migration directory is \"migration\"; there "
      "is \"db/migrations\"\n");
}

TEST(CatCommand, PrintsNothingWhenNotAllCanBe) {
  Session session = project();
  session.files["/project/migcheck.toml"] = "[limits]\nfile = 9\n";
  EXPECT_EQ(session.run({"cat"}), 2);
  EXPECT_EQ(session.out, "");
  EXPECT_NE(session.error.find("1_a.up.sql"), std::string::npos);
}

TEST(CatCommand, SaysThatThereIsNoDirectory) {
  Session session;
  session.files = {{"/project/.git/HEAD", "ref: refs/heads/main\n"}};
  EXPECT_EQ(session.run({"cat"}), 2);
  EXPECT_NE(
      session.error.find("no migration directory was found"),
      std::string::npos);
}

} // namespace
} // namespace migcheck
