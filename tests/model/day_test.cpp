#include "model/day.hpp"

#include <gtest/gtest.h>

namespace migcheck {
namespace {

TEST(Day, IsReadAndWritten) {
  for (const char* text : {"2024-02-29", "1970-01-01", "0001-01-01"}) {
    const auto day = read_day(text);
    ASSERT_TRUE(day) << text;
    EXPECT_EQ(day_text(*day), text);
  }
  for (const char* text :
       {"2023-02-29",
        "2024-13-01",
        "2024-00-01",
        "2024-01-00",
        "0000-01-01",
        "2024-1-01",
        "2024-01-01 ",
        "2024/01/01",
        "20x4-01-01",
        "",
        "infinity"}) {
    EXPECT_FALSE(read_day(text)) << text;
  }
}

TEST(Day, NumbersFollowOneAnother) {
  EXPECT_EQ(day_number({1970, 1, 1}), 0);
  EXPECT_EQ(day_number({2000, 3, 1}), 11'017);
  EXPECT_EQ(day_number({1969, 12, 31}), -1);
  Day before = day_of_number(-800'000 + 120'000);
  for (std::int64_t number = -679'999; number < 100'000; ++number) {
    const Day day = day_of_number(number);
    ASSERT_EQ(day_number(day), number);
    ASSERT_LT(before, day);
    before = day;
  }
}

TEST(Day, MonthsEndWhereTheyEnd) {
  EXPECT_EQ(months_after({2026, 1, 31}, 1), (Day{2026, 2, 28}));
  EXPECT_EQ(months_after({2026, 11, 20}, 3), (Day{2027, 2, 20}));
  EXPECT_EQ(months_after({2023, 12, 1}, 12), (Day{2024, 12, 1}));
  EXPECT_EQ(months_after({2026, 5, 5}, 0), (Day{2026, 5, 5}));
}

} // namespace
} // namespace migcheck
