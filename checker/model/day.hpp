// Days of the calendar.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace migcheck {

// A day that exists, years 1 to 9999.
struct Day {
  int year = 1970;
  int month = 1;
  int day = 1;

  // clang-tidy 14 takes the compiler's own comparison for a null pointer.
  auto operator<=>(const Day&) const = default; // NOLINT(modernize-use-nullptr)
};

// `YYYY-MM-DD`, all of the text; nothing for a day that does not exist.
std::optional<Day> read_day(std::string_view text);

// `YYYY-MM-DD`.
std::string day_text(const Day& day);

// Days since 1970-01-01, and back.
std::int64_t day_number(const Day& day);
Day day_of_number(std::int64_t number);

// The same day of a later month, or that month's last one.
Day months_after(const Day& day, int months);

} // namespace migcheck
