#include "report/statement_list.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>

namespace migcheck {
namespace {

constexpr std::string_view text =
    "-- ants\nCREATE TABLE ants (\n  id int);\n  DROP\tTABLE ants\n";

std::vector<Statement> statements() {
  std::vector<Statement> made(2);
  made[0].span = {8, 38};
  made[1].span = {41, 56};
  made[1].section = Section::down;
  return made;
}

TEST(StatementList, IsALinePerStatement) {
  EXPECT_EQ(
      write_statements_text(text, statements()),
      "line 2, bytes 8-38, up: CREATE TABLE ants (…\n"
      "line 4, bytes 41-56, down: DROP\\tTABLE ants\n");
  EXPECT_EQ(write_statements_text(text, {}), "");
}

TEST(StatementList, CutsWhatIsLong) {
  const std::string line = "SELECT " + std::string(100, 'x');
  std::vector<Statement> one(1);
  one[0].span = {0, static_cast<std::uint32_t>(line.size())};
  one[0].section = Section::none;
  EXPECT_EQ(
      write_statements_text(line, one),
      "line 1, bytes 0-107, none: SELECT " + std::string(53, 'x') + "…\n");
}

TEST(StatementList, IsAnArrayInJson) {
  EXPECT_EQ(
      nlohmann::json::parse(write_statements_json(text, statements())),
      nlohmann::json::parse(
          R"([{"start_line": 2, "start_byte": 8, "end_byte": 38,
               "section": "up"},
              {"start_line": 4, "start_byte": 41, "end_byte": 56,
               "section": "down"}])"));
  EXPECT_EQ(write_statements_json(text, {}), "[]\n");
}

TEST(StatementList, WritesItsFileForValidators) {
  const char* folder = std::getenv("MIGCHECK_REPORTS");
  if (folder == nullptr) {
    GTEST_SKIP() << "MIGCHECK_REPORTS names no directory";
  }
  std::ofstream(std::string(folder) + "/inventory.statements.json")
      << write_statements_json(text, statements());
}

} // namespace
} // namespace migcheck
