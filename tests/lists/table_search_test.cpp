#include "lists/table_search.hpp"

#include <gtest/gtest.h>

namespace migcheck::lists {
namespace {

// The names of all tables, or `?` where CREATE TABLE names none.
std::string created(std::string_view text) {
  std::string names;
  for (std::size_t at = find_create_table(text, 0);
       at != std::string_view::npos;
       at = find_create_table(text, at + 1)) {
    const std::string name = created_table(text, at);
    names += (names.empty() ? "" : " ") + (name.empty() ? "?" : name);
  }
  return names;
}

struct Case {
  const char* text;
  const char* expected;
};

const Case cases[] = {
    {"", ""},
    {"create tabl", ""},
    {"create table", ""},
    {"create table a(", "a"},
    {"CREATE TABLE Ants (id int)", "ants"},
    {"Create\tTable\n  ants\n(id int)", "ants"},
    {"CREATE TABLE IF NOT EXISTS public.ants (id int)", "ants"},
    {"CREATE TABLE \"public\".\"Ants\" (id int)", "ants"},
    {"CREATE TABLE `ants` (id int)", "ants"},
    {"CREATE TABLE [dbo].[ants] (id int)", "ants"},
    {"\"CREATE TABLE \\\"ants\\\" (id int)\"", "ants"},
    {"\"CREATE TABLE ants\\n(id int)\"", "ants"},
    {"create table a (x); create table b (y)", "a b"},
    {"create table from a list", "?"},
    {"CREATE TABLE %s (id int)", "?"},
    {"create tables (three of them)", "?"},
    {"CREATE TABLE IF NOT EXISTS $name (id int)", "$name"},
    {"CREATE TABLE ants AS SELECT (1)", "?"},
    {"re-create table", ""},
};

TEST(TableSearch, FindsNames) {
  for (const Case& one : cases) {
    EXPECT_EQ(created(one.text), one.expected) << one.text;
  }
}

TEST(TableSearch, FindsWhatIsAltered) {
  const std::set<std::string> expected = {"ants", "bees", "wasps"};
  EXPECT_EQ(
      altered_tables("ALTER TABLE Ants ADD x int; alter table IF EXISTS ONLY "
                     "public.\"bees\" DROP y; alter tables; \"Alter Table "
                     "\\\"wasps\\\" ADD z int\""),
      expected);
}

TEST(TableSearch, FindsEveryPlace) {
  const std::string key = "cReate tAble ants (";
  for (std::size_t before = 0; before < 70; ++before) {
    for (std::size_t after = 0; after < 40; ++after) {
      const std::string text =
          std::string(before, 'c') + key + std::string(after, 'b');
      ASSERT_EQ(find_create_table(text, 0), before) << before << ' ' << after;
      ASSERT_TRUE(creates_tables(text));
      ASSERT_EQ(find_create_table(text, before + 1), std::string_view::npos);
    }
  }
}

} // namespace
} // namespace migcheck::lists
