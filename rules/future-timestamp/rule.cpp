// A timestamp that is still to come: whatever is written until then sorts
// before it.
#include "check/rule.hpp"

#include "layouts/timestamp.hpp"
#include "model/version_scheme.hpp"
#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

// Years that stand for "always last".
constexpr int first_sentinel_year = 2090;

Day day_after(Day day) {
  ++day.day;
  if (!is_day(day.year, day.month, day.day)) {
    day.day = 1;
    ++day.month;
  }
  if (day.month > 12) {
    day.month = 1;
    ++day.year;
  }
  return day;
}

std::string text_of(const Day& day) {
  const auto two = [](int number) {
    return (number < 10 ? "-0" : "-") + std::to_string(number);
  };
  return std::to_string(day.year) + two(day.month) + two(day.day);
}

void check_migration(
    const Project& project,
    const MigrationDirectory& directory,
    const Migration& migration,
    Findings& findings) {
  std::string digits = version_digits(migration);
  if (directory.archived || digits.size() < 8) {
    return;
  }
  if (digits.size() == 18) {
    digits.resize(14);
  }
  const auto stamp = read_timestamp(digits);
  if (!stamp || !stamp->possible || stamp->year >= first_sentinel_year) {
    return;
  }
  const Day day{stamp->year, stamp->month, stamp->day};
  if (day <= day_after(project.today)) {
    return;
  }
  Diagnostic& finding = findings.report(
      {migration.path, {}},
      "timestamp " + quoted(migration.version_text) + " is in the future: " +
          text_of(day) + ", and today is " + text_of(project.today));
  finding.help = "a new migration takes the time at which it was written";
  finding.data = {
      {"directory", directory.path}, {"version", migration.version_text}};
  finding.identity = {directory.path, migration.version_text};
}

} // namespace

extern const Rule future_timestamp;
const Rule future_timestamp = {
    .info =
        {.name = "future-timestamp",
         .summary = "a version is a time that is still to come",
         .severity = Severity::error},
    .check_migration = check_migration};

} // namespace migcheck::rules
