#include "discover/used_names.hpp"
#include "io/memory_reader.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

using Names = std::vector<std::string>;

Names used_in(const std::map<std::string, std::string>& texts) {
  const MemoryReader reader(texts);
  const auto files = list_files(reader, {});
  EXPECT_TRUE(files);
  return find_used_names(
      reader,
      *files,
      {.names = {"make_parts", "drop_parts"}, .left_out = {"b/left_out.sql"}},
      1);
}

TEST(UsedNames, AreWordsThatNothingDefines) {
  const Names used = {"make_parts"};
  EXPECT_EQ(used_in({{"a.go", "db.Exec(`SELECT make_parts()`)"}}), used);
  EXPECT_EQ(used_in({{"a", "select public.MAKE_PARTS(1)"}}), used);
  EXPECT_EQ(used_in({{"a.sql", "-- make_parts is run by cron"}}), used);
  EXPECT_EQ(
      used_in({{"a.yaml", "run: make_parts"}, {"b.sh", "x drop_parts"}}),
      (Names{"drop_parts", "make_parts"}));
}

TEST(UsedNames, AreNoDefinitionsAndNoProse) {
  for (const char* text :
       {"CREATE OR REPLACE FUNCTION make_parts() RETURNS void",
        "CREATE FUNCTION\n    public.make_parts()",
        "DROP FUNCTION IF EXISTS \"public\".\"make_parts\"()",
        "CREATE PROCEDURE make_parts()",
        "SELECT make_parts_2(), remake_parts()",
        ""}) {
    EXPECT_EQ(used_in({{"a.sql", text}}), Names{}) << text;
  }
  EXPECT_EQ(used_in({{"README.md", "run make_parts"}}), Names{});
  EXPECT_EQ(used_in({{"b/left_out.sql", "make_parts"}}), Names{});
}

} // namespace
} // namespace migcheck
