// Among timestamps, one that no calendar and no clock has.
#include "check/rule.hpp"

#include "check/habit.hpp"
#include "layouts/timestamp.hpp"
#include "model/version_scheme.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <map>

namespace migcheck::rules {
namespace {

// The number of digits that most timestamps of a directory have.
std::size_t usual_size(const MigrationDirectory& directory) {
  std::map<std::size_t, std::size_t> counts;
  std::size_t best = 0;
  for (const Migration& migration : directory.migrations) {
    const std::string digits = version_digits(migration);
    if (scheme_of(digits) == VersionScheme::timestamp &&
        ++counts[digits.size()] > counts[best]) {
      best = digits.size();
    }
  }
  return best;
}

bool is_one_digit(const std::string& digits) {
  return digits.find_first_not_of(digits[0]) == std::string::npos;
}

// "" when nothing is wrong.
std::string problem_of(const std::string& digits, std::size_t usual) {
  // 00000000000000 sorts first and 99999999999999 last, on purpose.
  if (digits.size() < 8 || digits.starts_with("0000") || is_one_digit(digits)) {
    return "";
  }
  const std::string stamp = digits.size() == 18 ? digits.substr(0, 14) : digits;
  const auto read = read_timestamp(stamp);
  const bool century = digits.starts_with("19") || digits.starts_with("20");
  // As long as a clock's count, and written like a date all the same.
  const bool clock = read && (read->form == TimestampForm::unix_seconds ||
                              read->form == TimestampForm::unix_millis);
  if (century && digits.size() != usual && (usual == 14 || usual == 12) &&
      (!read || clock)) {
    return "has " + std::to_string(digits.size()) + " digits, not " +
           std::to_string(usual);
  }
  return read && !read->possible ? "is no date and time that exists" : "";
}

// Numbers that only look like times: a day 00, and a counter behind it.
bool are_counters(const MigrationDirectory& directory, std::size_t usual) {
  const auto& all = directory.migrations;
  const auto wrong =
      std::count_if(all.begin(), all.end(), [&](const Migration& migration) {
        return !problem_of(version_digits(migration), usual).empty();
      });
  return is_habit(static_cast<std::size_t>(wrong), all.size());
}

void check(
    const Project&, const MigrationDirectory& directory, Findings& findings) {
  const SchemeCounts counts = count_schemes(directory);
  if (directory.archived || counts.timestamp < 2 ||
      counts.timestamp <= counts.sequence + counts.other) {
    return;
  }
  const std::size_t usual = usual_size(directory);
  if (are_counters(directory, usual)) {
    return;
  }
  for (std::size_t i = first_counted(directory);
       i < directory.migrations.size();
       ++i) {
    const Migration& migration = directory.migrations[i];
    const std::string digits = version_digits(migration);
    const std::string problem = problem_of(digits, usual);
    if (problem.empty()) {
      continue;
    }
    Diagnostic& finding = findings.report(
        {migration.path, {}},
        "timestamp " + quoted(migration.version_text) + " " + problem);
    finding.help = "a new migration takes the time at which it was written";
    finding.data = {
        {"directory", directory.path}, {"version", migration.version_text}};
    finding.identity = {directory.path, migration.version_text};
  }
}

} // namespace

extern const Rule invalid_timestamp;
const Rule invalid_timestamp = {
    .info =
        {.name = "invalid-timestamp",
         .summary = "a version is an impossible date or time",
         .severity = Severity::error},
    .check_directory = check};

} // namespace migcheck::rules
