#include "check/repeats.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

TEST(Repeats, AreFoundInAnyOrder) {
  struct Row {
    std::vector<int> values;
    bool repeats;
  };

  const std::vector<Row> rows = {
      {{}, false},
      {{7}, false},
      {{1, 2, 3}, false},
      {{3, 1, 2}, false},
      {{1, 2, 2}, true},
      {{2, 3, 1, 2}, true}};
  for (Row row : rows) {
    EXPECT_EQ(has_repeats(row.values), row.repeats)
        << testing::PrintToString(row.values);
  }
}

} // namespace
} // namespace migcheck
