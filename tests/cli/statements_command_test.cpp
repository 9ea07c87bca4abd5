#include "cli/session.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace migcheck {
namespace {

Session project() {
  Session session;
  session.files = {
      {"/project/a.sql", "SELECT 1;\n-- x\nSELECT '\\';';\n"},
      {"/project/sub/b.sql",
       "-- +goose Up\nSELECT 1;\n-- +goose Down\nSELECT 2;\n"},
      {"/project/3_c.down.sql", "DROP TABLE c;\n"},
      {"/project/latin.sql", "SELECT '\xE9';\n"},
      {"/project/wide.sql", std::string("\xFF\xFES\0;\0", 6)}};
  return session;
}

std::string listed(Session& session, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "statements");
  EXPECT_EQ(session.run(std::move(arguments)), 0) << session.error;
  return session.out;
}

TEST(StatementsCommand, SplitsAFile) {
  Session session = project();
  EXPECT_EQ(
      listed(session, {"a.sql"}),
      "line 1, bytes 0-9, up: SELECT 1;\n"
      "line 3, bytes 15-26, up: SELECT '\\';\n"
      "line 3, bytes 26-28, up: ';\n");
  EXPECT_EQ(
      listed(session, {"--dialect", "mysql", "/project/a.sql"}),
      "line 1, bytes 0-9, up: SELECT 1;\n"
      "line 3, bytes 15-28, up: SELECT '\\';';\n");
}

TEST(StatementsCommand, TellsUpFromDown) {
  Session session = project();
  EXPECT_EQ(
      listed(session, {"sub/b.sql"}),
      "line 2, bytes 13-22, up: SELECT 1;\n"
      "line 4, bytes 38-47, down: SELECT 2;\n");
  EXPECT_EQ(
      listed(session, {"--layout", "atlas", "sub/b.sql"}),
      "line 2, bytes 13-22, up: SELECT 1;\n"
      "line 4, bytes 38-47, up: SELECT 2;\n");
  EXPECT_EQ(
      listed(session, {"3_c.down.sql"}),
      "line 1, bytes 0-13, down: DROP TABLE c;\n");
}

TEST(StatementsCommand, PrintsJson) {
  Session session = project();
  const auto json = nlohmann::json::parse(
      listed(session, {"--format", "json", "3_c.down.sql"}));
  ASSERT_EQ(json.size(), 1u);
  EXPECT_EQ(json[0]["end_byte"], 13);
}

TEST(StatementsCommand, SaysWhyNot) {
  const std::pair<std::vector<std::string>, std::string> cases[] = {
      {{"none.sql"}, "migcheck: \"none.sql\": there is no such file\n"},
      {{"sub"}, "migcheck: \"sub\" cannot be read: "},
      {{"sub/"}, "migcheck: \"sub/\" cannot be read: "},
      {{"latin.sql"}, "migcheck: \"latin.sql\" is not UTF-8\n"},
      {{"wide.sql"}, "migcheck: \"wide.sql\" is not UTF-8\n"},
      {{}, "migcheck: FILE is missing\n"},
      {{"a.sql", "--dialect", "postgres"},
       "migcheck: --dialect: \"postgres\" is not one of "},
      {{"a.sql", "--layout", "gose"},
       "migcheck: --layout: \"gose\" is not one of "}};
  for (const auto& [arguments, expected] : cases) {
    Session session = project();
    std::vector<std::string> all = arguments;
    all.insert(all.begin(), "statements");
    EXPECT_EQ(session.run(all), 2);
    EXPECT_TRUE(session.error.starts_with(expected)) << session.error;
    EXPECT_EQ(session.out, "");
  }
  Session session = project();
  session.out_fails = true;
  EXPECT_EQ(session.run({"statements", "a.sql"}), 2);
}

} // namespace
} // namespace migcheck
