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
  if (day_number(day) <= day_number(project.today) + 1) {
    return;
  }
  Diagnostic& finding = findings.report(
      {migration.path, {}},
      "timestamp " + quoted(migration.version_text) + " is in the future: " +
          day_text(day) + ", and today is " + day_text(project.today));
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
