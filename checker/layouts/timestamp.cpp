#include "layouts/timestamp.hpp"

#include "layouts/version.hpp"

#include <array>

namespace migcheck {
namespace {

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    value = value * 10 + (c - '0');
  }
  return value;
}

// Days since 1970-01-01 to a date of the Gregorian calendar.
void set_unix_day(Timestamp& stamp, std::int64_t days) {
  const std::int64_t z = days + 719468;
  const std::int64_t era = z / 146097;
  const std::int64_t in_era = z - era * 146097;
  const std::int64_t year_of_era =
      (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
  const std::int64_t day_of_year =
      in_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted = (5 * day_of_year + 2) / 153;
  stamp.day = static_cast<int>(day_of_year - (153 * shifted + 2) / 5 + 1);
  stamp.month = static_cast<int>(shifted < 10 ? shifted + 3 : shifted - 9);
  stamp.year =
      static_cast<int>(year_of_era + era * 400 + (stamp.month <= 2 ? 1 : 0));
}

Timestamp from_unix(std::string_view digits, TimestampForm form) {
  std::int64_t seconds = 0;
  for (const char c : digits.substr(0, 10)) {
    seconds = seconds * 10 + (c - '0');
  }
  Timestamp stamp{.form = form};
  set_unix_day(stamp, seconds / 86400);
  return stamp;
}

// A small number in place of a time is a counter that people use to order the
// migrations of one day, and seconds beyond 59 come from counting on by hand.
bool is_possible_time(std::string_view digits) {
  return digits.size() < 4 || digits.starts_with("000") ||
         (number(digits.substr(0, 2)) < 24 && number(digits.substr(2, 2)) < 60);
}

Timestamp from_calendar(std::string_view digits) {
  Timestamp stamp{
      .form =
          digits.size() == 8 ? TimestampForm::date : TimestampForm::date_time,
      .year = number(digits.substr(0, 4)),
      .month = number(digits.substr(4, 2)),
      .day = number(digits.substr(6, 2))};
  stamp.possible = is_day(stamp.year, stamp.month, stamp.day) &&
                   is_possible_time(digits.substr(8));
  return stamp;
}

} // namespace

bool is_day(int year, int month, int day) {
  static constexpr std::array<int, 12> days = {
      31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) {
    return false;
  }
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  const int last = days[static_cast<std::size_t>(month - 1)];
  return day <= (month == 2 && leap ? 29 : last);
}

std::optional<Timestamp> read_timestamp(std::string_view digits) {
  if (!all_digits(digits)) {
    return std::nullopt;
  }
  switch (digits.size()) {
  case 8: {
    const Timestamp stamp = from_calendar(digits);
    const bool likely =
        stamp.possible && stamp.year >= 1990 && stamp.year <= 2099;
    return likely ? std::optional(stamp) : std::nullopt;
  }
  case 10: {
    // YYYYMMDDHH where it can be; "20240101" and "12" as seconds is 2034.
    const Timestamp calendar = from_calendar(digits.substr(0, 8));
    const bool hours = calendar.possible && calendar.year >= 1990 &&
                       calendar.year <= 2099 && number(digits.substr(8)) < 24;
    return hours ? calendar : from_unix(digits, TimestampForm::unix_seconds);
  }
  case 13:
    return from_unix(digits, TimestampForm::unix_millis);
  case 12:
  case 14:
  case 17:
    return from_calendar(digits);
  default:
    return std::nullopt;
  }
}

std::size_t dashed_date(std::string_view text) {
  if (text.size() < 10 || leading_digits(text) != 4 ||
      (text[4] != '-' && text[4] != '_') || text[7] != text[4] ||
      leading_digits(text.substr(5)) != 2 ||
      leading_digits(text.substr(8)) != 2 ||
      !is_day(
          number(text.substr(0, 4)),
          number(text.substr(5, 2)),
          number(text.substr(8, 2)))) {
    return 0;
  }
  const std::string_view rest = text.substr(10);
  const bool time = !rest.empty() && (rest[0] == '-' || rest[0] == '_') &&
                    (leading_digits(rest.substr(1)) == 6 ||
                     leading_digits(rest.substr(1)) == 4);
  return time ? 11 + leading_digits(rest.substr(1)) : 10;
}

} // namespace migcheck
