#include "schema/next_partition.hpp"

#include "text/ascii.hpp"

#include <array>

namespace migcheck::schema {
namespace {

bool begins_month(const Day& day) {
  return day.day == 1;
}

bool begins_year(const Day& day) {
  return day.day == 1 && day.month == 1;
}

std::array<std::string, 3> parts_of(const Day& day) {
  const std::string text = day_text(day);
  return {text.substr(0, 4), text.substr(5, 2), text.substr(8, 2)};
}

// How many parts of a day a name must hold to tell partitions apart.
std::size_t parts_needed(const DayRange& range) {
  if (begins_year(range.from) && begins_year(range.to)) {
    return 1;
  }
  return begins_month(range.from) && begins_month(range.to) ? 2 : 3;
}

// The name from the year on with the next day in it; nothing where the day
// does not stand there.
std::optional<std::string> shifted(
    std::string_view rest,
    const std::array<std::string, 3>& from,
    const std::array<std::string, 3>& to,
    std::size_t needed) {
  std::string made;
  std::size_t found = 0;
  while (found < from.size()) {
    const std::size_t blank =
        found > 0 && !rest.empty() && !is_digit(rest.front()) ? 1 : 0;
    if (rest.substr(blank, from[found].size()) != from[found]) {
      break;
    }
    made += std::string(rest.substr(0, blank)) + to[found];
    rest.remove_prefix(blank + from[found].size());
    ++found;
  }
  const bool more_digits = !rest.empty() && is_digit(rest.front());
  if (found < needed || more_digits) {
    return std::nullopt;
  }
  return made + std::string(rest);
}

} // namespace

DayRange next_range(const DayRange& range) {
  if (begins_month(range.from) && begins_month(range.to)) {
    const int months = (range.to.year - range.from.year) * 12 + range.to.month -
                       range.from.month;
    return {range.to, months_after(range.to, months)};
  }
  const std::int64_t days = day_number(range.to) - day_number(range.from);
  return {range.to, day_of_number(day_number(range.to) + days)};
}

std::optional<std::string>
next_name(std::string_view name, const DayRange& range) {
  const auto from = parts_of(range.from);
  const auto to = parts_of(range.to);
  for (std::size_t at = name.find(from[0]); at != std::string_view::npos;
       at = name.find(from[0], at + 1)) {
    const bool inside = at > 0 && is_digit(name[at - 1]);
    if (inside) {
      continue;
    }
    if (auto rest = shifted(name.substr(at), from, to, parts_needed(range))) {
      return std::string(name.substr(0, at)) + *rest;
    }
  }
  return std::nullopt;
}

} // namespace migcheck::schema
