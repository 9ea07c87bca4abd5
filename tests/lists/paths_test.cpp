#include "lists/paths.hpp"

#include <gtest/gtest.h>

namespace migcheck::lists {
namespace {

TEST(Paths, JoinAndCompareByParts) {
  EXPECT_EQ(join_path("test/it", "../../sql/./a"), "sql/a");
  EXPECT_EQ(join_path("", "../a"), "../a");
  EXPECT_EQ(parent_folder("a/b/c"), "a/b");
  EXPECT_EQ(last_part("a/b/c"), "c");
  EXPECT_TRUE(ends_in_path("a/db/migration", "db/migration"));
  EXPECT_FALSE(ends_in_path("a/xdb/migration", "db/migration"));
}

} // namespace
} // namespace migcheck::lists
