#include "cli/session.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

Session project() {
  Session session;
  session.files = {
      {"/project/migcheck.toml", ""},
      {"/project/migrations/0001_a.sql", "SELECT 1;\n"},
      {"/project/migrations/0002_b.sql", "SELECT 2;\n"}};
  return session;
}

const std::string lock_path = "migrations/migrations.lock";

// The project after `migcheck lock`.
Session locked_project() {
  Session session = project();
  session.run({"lock"});
  session.files["/project/" + lock_path] = session.written[lock_path];
  return session;
}

TEST(LockCommand, WritesAndExtends) {
  Session session = project();
  EXPECT_EQ(session.run({"lock"}), 0) << session.error;
  EXPECT_EQ(
      session.out,
      lock_path + ": added 0001_a.sql\n" + lock_path + ": added 0002_b.sql\n");
  ASSERT_TRUE(session.written.contains(lock_path));
  session.files["/project/" + lock_path] = session.written[lock_path];
  EXPECT_EQ(session.run({"lock"}), 0);
  EXPECT_EQ(session.out, lock_path + ": up to date\n");
  EXPECT_TRUE(session.written.empty());
}

TEST(LockCommand, OnlyComparesWhenAsked) {
  Session session = project();
  EXPECT_EQ(session.run({"lock", "--check"}), 1);
  EXPECT_EQ(
      session.out,
      lock_path + ": not yet added 0001_a.sql\n" + lock_path +
          ": not yet added 0002_b.sql\n");
  EXPECT_TRUE(session.written.empty());
  session = locked_project();
  EXPECT_EQ(session.run({"lock", "--check"}), 0) << session.out;
}

// What was applied is history; what is added is looked at.
TEST(LockCommand, RefusesWhatTheDatabaseWould) {
  const std::string build = "BEGIN;\nCREATE INDEX CONCURRENTLY i ON t (a);\n"
                            "COMMIT;\n";
  Session session = project();
  session.files["/project/migrations/0002_b.sql"] = build;
  EXPECT_EQ(session.run({"lock"}), 0) << session.error;
  session = locked_project();
  session.files["/project/migrations/0003_c.sql"] = build;
  EXPECT_NE(session.run({"lock"}), 0);
  EXPECT_NE(
      session.error.find("[concurrently-in-transaction]"), std::string::npos)
      << session.error;
  EXPECT_TRUE(session.written.empty());
  EXPECT_EQ(session.run({"lock", "--force", "--reason", "by hand"}), 0)
      << session.error;
}

TEST(LockCommand, NeverBlessesAnEdit) {
  Session session = locked_project();
  session.files["/project/migrations/0001_a.sql"] = "SELECT 3;\n";
  session.files["/project/migrations/0003_c.sql"] = "SELECT 4;\n";
  EXPECT_EQ(session.run({"lock"}), 2);
  EXPECT_TRUE(session.written.empty());
  EXPECT_TRUE(session.error.starts_with("migrations/0001_a.sql:1:1: error: "))
      << session.error;
  EXPECT_TRUE(session.error.ends_with("migcheck: nothing was written\n"));
  EXPECT_EQ(session.run({"lock", "--check"}), 1);
}

TEST(LockCommand, RecordsADeliberateEdit) {
  Session session = locked_project();
  session.files["/project/migrations/0001_a.sql"] = "SELECT 3;\n";
  for (const std::string name : {"0001_a.sql", "migrations/0001_a.sql"}) {
    EXPECT_EQ(session.run({"lock", "--amend", name, "--reason", "a typo"}), 0)
        << session.error;
    EXPECT_EQ(session.out, lock_path + ": amended 0001_a.sql\n");
    EXPECT_NE(session.written[lock_path].find("a typo"), std::string::npos);
  }
  session.files["/project/migrations/x"] = "";
  session.working_directory = "/project/migrations";
  EXPECT_EQ(
      session.run({"lock", "--amend", "./0001_a.sql", "--reason", "a typo"}), 0)
      << session.error;
  EXPECT_EQ(session.out, "../" + lock_path + ": amended 0001_a.sql\n");
  EXPECT_EQ(session.run({"lock", "--amend", "nope.sql", "--reason", "x"}), 2);
  EXPECT_NE(
      session.error.find("--amend: no lockfile holds \"nope.sql\""),
      std::string::npos);
}

TEST(LockCommand, StopsAtErrorsInWhatItAdds) {
  Session session = locked_project();
  session.files["/project/migrations/0003_c.sql"] = "SELECT '\xFF';\n";
  EXPECT_EQ(session.run({"lock"}), 2);
  EXPECT_NE(session.error.find("[not-utf8]"), std::string::npos)
      << session.error;
  EXPECT_TRUE(session.written.empty());
  EXPECT_EQ(session.run({"lock", "--force", "--reason", "released"}), 0)
      << session.error;
  EXPECT_NE(session.written[lock_path].find("released"), std::string::npos);
  session.files["/project/migcheck.toml"] =
      "[[ignore]]\nrule = \"not-utf8\"\nreason = \"latin\"\n";
  EXPECT_EQ(session.run({"lock"}), 0) << session.error;
}

TEST(LockCommand, RefusesADamagedLockfile) {
  Session session = locked_project();
  session.files["/project/" + lock_path] += "<<<<<<< HEAD\n";
  EXPECT_EQ(session.run({"lock"}), 2);
  EXPECT_TRUE(session.error.starts_with(lock_path + ":4:1: error: "))
      << session.error;
  EXPECT_TRUE(session.written.empty());
}

TEST(LockCommand, EndsWith2WhenItCannotBeDone) {
  Session session = project();
  session.unwritable = {lock_path};
  EXPECT_EQ(session.run({"lock"}), 2);
  EXPECT_EQ(session.out, "");
  session.files = {{"/project/migcheck.toml", ""}};
  EXPECT_EQ(session.run({"lock"}), 2);
  EXPECT_EQ(session.error, "migcheck: no migration directory was found\n");
}

} // namespace
} // namespace migcheck
