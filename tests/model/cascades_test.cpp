#include "model/cascades.hpp"
#include "sql/load.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

bool cascades(std::string_view sql, Dialect dialect = Dialect::postgresql) {
  MigrationDirectory directory;
  directory.dialect = dialect;
  directory.migrations.emplace_back().file =
      read_sql_file(sql, dialect, LayoutId::goose, Limits(), Digests::no);
  return drops_with_cascade(directory);
}

TEST(Cascades, AreFoundInUpParts) {
  EXPECT_TRUE(cascades("-- +goose Up\nDROP TABLE a CASCADE;\n"));
  EXPECT_TRUE(cascades("-- +goose Up\nALTER TABLE a DROP b CASCADE;\n"));
  EXPECT_FALSE(cascades("-- +goose Up\nDROP TABLE a;\n"));
  EXPECT_FALSE(cascades("-- +goose Up\nTRUNCATE a CASCADE;\n"));
  EXPECT_FALSE(cascades(
      "-- +goose Up\nSELECT 1;\n-- +goose Down\nDROP TABLE a CASCADE;\n"));
  EXPECT_FALSE(
      cascades("-- +goose Up\nDROP TABLE a CASCADE;\n", Dialect::mysql));
}

} // namespace
} // namespace migcheck
