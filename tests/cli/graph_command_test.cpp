#include "cli/session.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

Session project() {
  Session session;
  session.files = {
      {"/project/.git/HEAD", "ref: refs/heads/main\n"},
      {"/project/migrations/001_users.sql",
       "CREATE TABLE users (id bigint PRIMARY KEY);\n"},
      {"/project/migrations/002_plans.sql",
       "CREATE TABLE plans (id bigint PRIMARY KEY);\n"},
      {"/project/migrations/003_orders.sql",
       "-- DEPENDS: 002_plans.sql\n"
       "CREATE TABLE orders (user_id bigint REFERENCES users);\n"},
      {"/project/migrations/004_name.sql",
       "ALTER TABLE users ADD name text;\n"}};
  return session;
}

TEST(GraphCommand, ShowsWhatIsDeclaredAndWhatTheSqlTouches) {
  Session session = project();
  EXPECT_EQ(session.run({"graph"}), 0) << session.error;
  EXPECT_EQ(
      session.out,
      "migrations: 4 migrations, 3 dependencies\n"
      "  001_users.sql\n"
      "  002_plans.sql\n"
      "  003_orders.sql\n"
      "    needs 001_users.sql (users)\n"
      "    needs 002_plans.sql (declared)\n"
      "  004_name.sql\n"
      "    needs 001_users.sql (users)\n");
}

TEST(GraphCommand, WritesEachFormat) {
  Session session = project();
  EXPECT_EQ(
      session.run(
          {"graph",
           "--format",
           "mermaid",
           "--format",
           "dot=g.dot",
           "--format",
           "svg=g.svg",
           "--format",
           "html=g.html"}),
      0)
      << session.error;
  EXPECT_TRUE(session.out.starts_with("flowchart RL\n"));
  ASSERT_EQ(session.written.size(), 3u);
  for (const auto& [path, text] : session.written) {
    EXPECT_NE(text.find("003_orders.sql"), std::string::npos) << path;
  }
}

TEST(GraphCommand, IsIncompleteWhereAMigrationCannotBeRead) {
  Session session = project();
  session.files["/project/migcheck.toml"] = "[limits]\nfile = 50\n";
  EXPECT_EQ(session.run({"graph"}), 2);
  EXPECT_NE(session.error.find("003_orders.sql"), std::string::npos);
}

TEST(CatCommand, PrintsWhatTablesNeed) {
  Session session = project();
  EXPECT_EQ(session.run({"cat", "--tables", "orders"}), 0) << session.error;
  EXPECT_EQ(
      session.out,
      "-- migrations/001_users.sql\n"
      "CREATE TABLE users (id bigint PRIMARY KEY);\n\n"
      "-- migrations/002_plans.sql\n"
      "CREATE TABLE plans (id bigint PRIMARY KEY);\n\n"
      "-- migrations/003_orders.sql\n"
      "-- DEPENDS: 002_plans.sql\n"
      "CREATE TABLE orders (user_id bigint REFERENCES users);\n");
  EXPECT_EQ(session.run({"cat", "--tables", "public.users"}), 0);
  EXPECT_NE(session.out.find("004_name.sql"), std::string::npos);
  EXPECT_EQ(session.out.find("002_plans.sql"), std::string::npos);
}

TEST(CatCommand, NamesTheTableThatIsMeant) {
  Session session = project();
  EXPECT_EQ(session.run({"cat", "--tables", "users,order"}), 2);
  EXPECT_EQ(session.out, "");
  EXPECT_EQ(
      session.error,
      "migcheck: --tables: no migration makes a table \"order\", did you mean "
      "\"orders\"?\n");
}

} // namespace
} // namespace migcheck
