#include "layouts/timestamp.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

// "Y-M-D", "impossible" or "none".
std::string read(std::string_view digits) {
  const auto stamp = read_timestamp(digits);
  if (!stamp) {
    return "none";
  }
  return stamp->possible ? std::to_string(stamp->year) + "-" +
                               std::to_string(stamp->month) + "-" +
                               std::to_string(stamp->day)
                         : "impossible";
}

TEST(Timestamp, Reads) {
  const std::vector<std::pair<std::string_view, std::string_view>> cases = {
      {"20240229101500", "2024-2-29"},
      {"20230229101500", "impossible"},
      {"20241301101500", "impossible"},
      {"20240101250000", "impossible"},
      {"20240101236000", "impossible"},
      {"20240101103763", "2024-1-1"}, // seconds counted on by hand
      {"20240101000068", "2024-1-1"}, // a counter in place of a time
      {"202401011230", "2024-1-1"},
      {"20240101123000123", "2024-1-1"},
      {"20240101", "2024-1-1"},
      {"20241301", "none"},
      {"00000101", "none"},
      {"2024010112", "2024-1-1"},
      {"1700000000", "2023-11-14"},
      {"1700000000000", "2023-11-14"},
      {"951782400", "none"},
      {"0951782400", "2000-2-29"},
      {"001", "none"},
      {"", "none"},
      {"2024010110150x", "none"},
  };
  for (const auto& [digits, expected] : cases) {
    EXPECT_EQ(read(digits), expected) << digits;
  }
}

TEST(Timestamp, DashedDates) {
  EXPECT_EQ(dashed_date("2024-01-31_a"), 10u);
  EXPECT_EQ(dashed_date("2024-01-31-101500_a"), 17u);
  EXPECT_EQ(dashed_date("2024_01_31_1015_a"), 15u);
  EXPECT_EQ(dashed_date("2024-01_31"), 0u);
  EXPECT_EQ(dashed_date("2024-02-30"), 0u);
  EXPECT_EQ(dashed_date("2024-1-3-x-y-z"), 0u);
  EXPECT_EQ(dashed_date("2024-01-3"), 0u);
}

} // namespace
} // namespace migcheck
