// How the partition after the last one would be called.
#pragma once

#include "model/day.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace migcheck::schema {

struct DayRange {
  Day from;
  Day to; // the first day after it
};

// The range after one: as many months where both ends are the first of one, or
// as many days.
DayRange next_range(const DayRange& range);

// `events_2026_03` after `events_2026_02`: the day on which the partition
// begins, as its name holds it (year; year and month; year, month and day; with
// at most one other letter in between), replaced by that of the next one.
// Nothing where the name does not hold it, or too little of it.
std::optional<std::string>
next_name(std::string_view name, const DayRange& range);

} // namespace migcheck::schema
