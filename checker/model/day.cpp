#include "model/day.hpp"

#include "text/ascii.hpp"

#include <algorithm>

namespace migcheck {
namespace {

int days_in(int year, int month) {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

// The number that the digits are, or -1.
int number_of(std::string_view digits) {
  int number = 0;
  for (const char byte : digits) {
    if (!is_digit(byte)) {
      return -1;
    }
    number = number * 10 + (byte - '0');
  }
  return number;
}

} // namespace

std::optional<Day> read_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
    return std::nullopt;
  }
  const Day day = {
      number_of(text.substr(0, 4)),
      number_of(text.substr(5, 2)),
      number_of(text.substr(8, 2))};
  if (day.year < 1 || day.month < 1 || day.month > 12 || day.day < 1 ||
      day.day > days_in(day.year, day.month)) {
    return std::nullopt;
  }
  return day;
}

std::string day_text(const Day& day) {
  const auto padded = [](int number, std::size_t width) {
    std::string digits = std::to_string(number);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
  };
  return padded(day.year, 4) + '-' + padded(day.month, 2) + '-' +
         padded(day.day, 2);
}

// Years are counted from March, so that the leap day is a year's last one, in
// eras of 400 years, which are all equally long.
std::int64_t day_number(const Day& day) {
  const std::int64_t year = day.year - (day.month <= 2 ? 1 : 0);
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t month = (day.month + 9) % 12;
  const std::int64_t day_of_year = (153 * month + 2) / 5 + day.day - 1;
  const std::int64_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146'097 + day_of_era - 719'468;
}

Day day_of_number(std::int64_t number) {
  number += 719'468;
  const std::int64_t era = (number >= 0 ? number : number - 146'096) / 146'097;
  const std::int64_t day_of_era = number - era * 146'097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36'524 -
       day_of_era / 146'096) /
      365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month = (5 * day_of_year + 2) / 153;
  const int shown_month = static_cast<int>(month < 10 ? month + 3 : month - 9);
  const std::int64_t year =
      year_of_era + era * 400 + (shown_month <= 2 ? 1 : 0);
  return {
      static_cast<int>(year),
      shown_month,
      static_cast<int>(day_of_year - (153 * month + 2) / 5 + 1)};
}

Day months_after(const Day& day, int months) {
  const int count = day.year * 12 + day.month - 1 + months;
  Day later = {count / 12, count % 12 + 1, day.day};
  later.day = std::min(later.day, days_in(later.year, later.month));
  return later;
}

} // namespace migcheck
