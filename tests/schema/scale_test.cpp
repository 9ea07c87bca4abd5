// Large schemas take time in proportion to their size: each case runs in a
// few seconds even in a slow build, and in minutes where a look-up is linear.
#include "replayed.hpp"

#include <gtest/gtest.h>

namespace migcheck::schema {
namespace {

TEST(Scale, ManyColumns) {
  std::string sql = "CREATE TABLE t (a int);";
  for (int i = 0; i < 20'000; ++i) {
    sql += "ALTER TABLE t ADD COLUMN c" + std::to_string(i) + " int;";
  }
  const auto done = replayed(sql);
  EXPECT_EQ(done->catalogue.relations[0].columns.size(), 20'001U);
}

TEST(Scale, ManyPartitions) {
  std::string sql = "CREATE TABLE t (a int, b int) PARTITION BY LIST (a);";
  for (int i = 0; i < 20; ++i) {
    sql += "CREATE INDEX i" + std::to_string(i) + " ON t (b, a) WHERE a > " +
           std::to_string(i) + ';';
  }
  for (int i = 0; i < 1'000; ++i) {
    const std::string number = std::to_string(i);
    sql += "CREATE TABLE t_" + number + " PARTITION OF t FOR VALUES IN (" +
           number + ");";
  }
  const auto done = replayed(sql);
  EXPECT_EQ(done->catalogue.indexes.size(), 20U + 20'000U);
}

TEST(Scale, ManyNamesAlike) {
  std::string sql = "CREATE TABLE t (a int);";
  for (int i = 0; i < 10'000; ++i) {
    sql += "ALTER TABLE t ADD CHECK (a > 1);";
  }
  const auto done = replayed(sql);
  EXPECT_NE(done->catalogue.find_constraint(0, "t_a_check9999"), no_id);
}

} // namespace
} // namespace migcheck::schema
