// Tables divided by time that soon have no partition for new rows.
#include "check/rule.hpp"

#include "model/migration.hpp"
#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

constexpr int default_months = 3;

int configured_months(const Project& project) {
  int months = default_months;
  for (const RuleConfig& entry : project.config->rules) {
    if (entry.rule == "partition-horizon" && entry.months) {
      months = *entry.months;
    }
  }
  return months;
}

std::string days_text(std::int64_t days) {
  return std::to_string(days) + (days == 1 ? " day" : " days");
}

std::string message_of(const PartitionEnd& end, std::int64_t days) {
  std::string message = "the partitions of " + quoted(end.table);
  if (end.resumes) {
    message += " have a gap from " + day_text(end.end) + " to " +
               day_text(*end.resumes);
  } else {
    message += (days < 0 ? " ended on " : " end on ") + day_text(end.end);
  }
  if (days < 0) {
    return message + ", " + days_text(-days) + " ago: rows of " +
           (end.resumes ? "those days" : "today") + " are refused";
  }
  return message + (days == 0 ? ", today" : ", in " + days_text(days));
}

std::string help_of(const PartitionEnd& end) {
  std::string help;
  if (end.next.empty()) {
    help = "add the partitions from " + day_text(end.end) +
           " on, or a DEFAULT partition for rows that no other takes";
  } else {
    help = "in a new migration, go on with\n" + printable(end.next) +
           "\nor add a DEFAULT partition for rows that no other takes";
  }
  if (!end.makers.empty()) {
    help += "\n" + quoted_list(end.makers, 3) +
            " may make partitions, and nothing in the project calls " +
            (end.makers.size() == 1 ? "it" : "them");
  }
  if (end.others > 0) {
    help +=
        "\n" + std::to_string(end.others) +
        (end.others == 1 ? " table beside it ends" : " tables beside it end");
    help += " as well";
  }
  return help;
}

void check_project(const Project& project, Findings& findings) {
  const std::int64_t today = day_number(project.today);
  const std::int64_t horizon =
      day_number(months_after(project.today, configured_months(project)));
  for (const PartitionEnd& end : project.partition_ends) {
    const std::int64_t last_day = day_number(end.end);
    if (last_day > horizon) {
      continue;
    }
    const std::int64_t days = last_day - today;
    Diagnostic& finding = findings.report(end.made, message_of(end, days));
    finding.help = help_of(end);
    finding.data = {
        {"directory", end.directory->path},
        {"table", end.table},
        {"last", end.last},
        {"end", day_text(end.end)},
        {"days", days},
        {"makers", end.makers}};
    finding.identity = {end.directory->path, end.table};
  }
}

} // namespace

extern const Rule partition_horizon;
const Rule partition_horizon = {
    .info =
        {.name = "partition-horizon",
         .summary =
             "a table divided by time soon has no partition for new rows",
         .severity = Severity::warning,
         .needs = Needs::partition_ends,
         .has_months = true},
    .check_project = check_project};

} // namespace migcheck::rules
