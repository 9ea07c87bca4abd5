// Timestamps that versions are made of: which digits can be one, and which
// day they name.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace migcheck {

enum class TimestampForm : std::uint8_t {
  date,         // YYYYMMDD
  date_time,    // YYYYMMDD and 4, 6 or 9 digits of time
  unix_seconds, // 10 digits
  unix_millis   // 13 digits
};

struct Timestamp {
  TimestampForm form = TimestampForm::date_time;
  int year = 0;
  int month = 0; // 1-12 where `possible`
  int day = 0;   // 1-31 where `possible`
  bool possible = true;
};

// Reads digits as a timestamp. Nothing for other text and other digit counts;
// not `possible` when the count is right and the date or the time cannot be.
// Eight digits are one only with a possible date of 1990 to 2099.
std::optional<Timestamp> read_timestamp(std::string_view digits);

// True for a day that exists, years 1 to 9999.
bool is_day(int year, int month, int day);

// The length of `YYYY-MM-DD` or `YYYY_MM_DD`, with a possible date, at the
// beginning of `text`, and of a time `-HHMMSS` that may follow; 0 without.
std::size_t dashed_date(std::string_view text);

} // namespace migcheck
