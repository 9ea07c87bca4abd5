// Exported history tables: their forms, and whose they are.
#include "journals/history_table.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace migcheck {
namespace {

TEST(HistoryTable, IsKnownByItsHeader) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"installed_rank,version,description,type,script,checksum,success\n",
       "flyway"},
      {"ID,AUTHOR,FILENAME,DATEEXECUTED,ORDEREXECUTED,EXECTYPE,MD5SUM\n",
       "liquibase"},
      {"id,checksum,finished_at,migration_name,logs,rolled_back_at\n",
       "prisma"},
      {"version,description,installed_on,success,checksum,execution_time\n",
       "sqlx"},
      {"id,version_id,is_applied,tstamp\n", "goose"},
      {"version,dirty\n", "golang-migrate"},
      {"version\n", "schema_migrations"},
      {"\"version\";\"dirty\"\n", "golang-migrate"},
      {"version\tdirty\n1\tf\n", "golang-migrate"},
      {"version|dirty\n1|f\n", "golang-migrate"},
      {"\xEF\xBB\xBFversion,dirty\r\n", "golang-migrate"},
      {R"([{"version": 1, "dirty": false}])", "golang-migrate"},
      {R"({"version": 1, "dirty": false})", "golang-migrate"},
      {R"({"rows": [{"VERSION": "1", "DIRTY": null}]})", "golang-migrate"},
      {"name,applied\n", ""},
      {"[]", ""},
      {"", ""}};
  for (const auto& [text, kind] : cases) {
    const auto table = read_history(text);
    EXPECT_EQ(table ? history_name(table->kind) : "", kind) << text;
  }
}

TEST(HistoryTable, GivesItsCells) {
  const std::string csv = "Version, Dirty\r\n\"1\"\"2\",t\r\n\r\n"
                          "\"a,b\nc\",\n NULL ,f\n";
  const auto table = read_history(csv);
  ASSERT_TRUE(table);
  ASSERT_EQ(table->rows.size(), 3U);
  EXPECT_EQ(table->cell(table->rows[0], "version"), "1\"2");
  EXPECT_EQ(table->cell(table->rows[0], "dirty"), "t");
  EXPECT_EQ(table->cell(table->rows[1], "version"), "a,b\nc");
  EXPECT_EQ(table->cell(table->rows[1], "dirty"), "");
  EXPECT_EQ(table->cell(table->rows[2], "version"), "");
  EXPECT_EQ(table->cell(table->rows[2], "nothing"), "");
  EXPECT_EQ(table->rows[2].span.of(csv), " NULL ,f");
}

TEST(HistoryTable, GivesValuesOfJson) {
  const std::string json = R"([
  {"version": "1", "dirty": true, "more": null},
  {"dirty": false, "version": 2}
])";
  const auto table = read_history(json);
  ASSERT_TRUE(table);
  ASSERT_EQ(table->rows.size(), 2U);
  EXPECT_EQ(table->cell(table->rows[0], "version"), "1");
  EXPECT_EQ(table->cell(table->rows[1], "version"), "2");
  EXPECT_TRUE(is_yes(table->cell(table->rows[0], "dirty")));
  EXPECT_FALSE(is_yes(table->cell(table->rows[1], "dirty")));
  EXPECT_EQ(table->rows[1].span.of(json), R"({"dirty": false, "version": 2})");
}

} // namespace
} // namespace migcheck
