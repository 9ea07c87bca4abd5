#include "schema/next_partition.hpp"

#include <gtest/gtest.h>

namespace migcheck::schema {
namespace {

TEST(NextPartition, IsNamedAsItsNeighboursAre) {
  struct Row {
    const char* name;
    const char* from;
    const char* to;
    const char* next; // "": not told
    const char* end;
  };

  const Row rows[] = {
      {"e_2026_02", "2026-02-01", "2026-03-01", "e_2026_03", "2026-04-01"},
      {"e_y2025m12", "2025-12-01", "2026-01-01", "e_y2026m01", "2026-02-01"},
      {"e202602", "2026-02-01", "2026-03-01", "e202603", "2026-04-01"},
      {"e_20260112", "2026-01-12", "2026-01-19", "e_20260119", "2026-01-26"},
      {"e_2026_02_28",
       "2026-02-28",
       "2026-03-01",
       "e_2026_03_01",
       "2026-03-02"},
      {"p2026_02_old",
       "2026-02-01",
       "2026-03-01",
       "p2026_03_old",
       "2026-04-01"},
      {"e_2025", "2025-01-01", "2026-01-01", "e_2026", "2027-01-01"},
      {"e_2026_01", "2026-01-01", "2026-04-01", "e_2026_04", "2026-07-01"},
      // a week by the name of its month, a month by the name of its year
      {"e_2026_01", "2026-01-12", "2026-01-19", "", "2026-01-26"},
      {"e_2026", "2026-02-01", "2026-03-01", "", "2026-04-01"},
      {"e_12026_02", "2026-02-01", "2026-03-01", "", "2026-04-01"},
      {"e_2026_025", "2026-02-01", "2026-03-01", "", "2026-04-01"},
      {"e_2026_03", "2026-02-01", "2026-03-01", "", "2026-04-01"},
      {"e_2026_w03", "2026-01-12", "2026-01-19", "", "2026-01-26"},
      {"e_old", "2026-02-01", "2026-03-01", "", "2026-04-01"}};
  for (const Row& row : rows) {
    const DayRange range = {*read_day(row.from), *read_day(row.to)};
    EXPECT_EQ(next_name(row.name, range).value_or(""), row.next) << row.name;
    EXPECT_EQ(next_range(range).from, range.to);
    EXPECT_EQ(day_text(next_range(range).to), row.end) << row.name;
  }
}

} // namespace
} // namespace migcheck::schema
