// A drizzle journal that the runner or drizzle-kit stumbles over.
#include "check/rule.hpp"

#include "model/day.hpp"
#include "model/drifts.hpp"
#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

std::string day_of(std::int64_t milliseconds) {
  constexpr std::int64_t day = 86'400'000;
  constexpr std::int64_t last = 2'932'896; // of the year 9999
  const std::int64_t number = milliseconds / day;
  return number <= last ? day_text(day_of_number(number))
                        : "after the year 9999";
}

std::string and_more(std::size_t more) {
  return more == 0 ? "" : " and " + std::to_string(more) + " more";
}

// A snapshot that cannot be read.
bool is_of_snapshot(const DrizzleDrift& drift) {
  return !drift.tag.empty() && (drift.change == DrizzleChange::conflict ||
                                drift.change == DrizzleChange::damaged ||
                                drift.change == DrizzleChange::byte_order_mark);
}

std::string message_of(const DrizzleDrift& drift) {
  const std::string tag = quoted(drift.tag);
  const std::string file = drift.tag.empty() ? "the journal" : tag;
  switch (drift.change) {
  case DrizzleChange::conflict:
    return file + " holds a mark of a merge conflict";
  case DrizzleChange::damaged:
    return file + " is not JSON";
  case DrizzleChange::byte_order_mark:
    return file + " begins with a byte order mark, which is not JSON";
  case DrizzleChange::index:
    return tag + " has the index " + std::to_string(drift.value) + ", but " +
           std::to_string(drift.wanted) + " comes next";
  case DrizzleChange::prefix:
    return tag + " has the index " + std::to_string(drift.value) +
           ", which is not what its name begins with";
  case DrizzleChange::order:
    return tag + and_more(drift.more) + (drift.more == 0 ? " is" : " are") +
           " not newer than " + quoted(drift.other) +
           " before it: databases that have that one never get " +
           (drift.more == 0 ? "it" : "them");
  case DrizzleChange::future:
    return tag + " has a time in the future, " + day_of(drift.value) +
           ": what is generated before then is never applied after it";
  case DrizzleChange::snapshot:
    return tag + " has no snapshot, as all other entries have";
  case DrizzleChange::collision:
    return quoted(drift.tag) + " follows the same snapshot as " +
           quoted(drift.other) + ": two branches went on from there";
  }
  return "";
}

// One snapshot is enough: drizzle-kit reads all of them, and generates
// nothing, yet ends well.
std::string snapshot_help(const DrizzleDrift& drift) {
  const std::string why =
      ": until then `drizzle-kit check` fails, and `generate` writes nothing "
      "and exits with 0";
  switch (drift.change) {
  case DrizzleChange::conflict:
    return "take the base's snapshot, then delete the branch's migration and "
           "entry, and generate them again" +
           why;
  case DrizzleChange::byte_order_mark:
    return "save it as UTF-8 without one" + why;
  default:
    return "restore it from git" + why;
  }
}

std::string help_of(const DrizzleDrift& drift) {
  if (is_of_snapshot(drift)) {
    return snapshot_help(drift);
  }
  switch (drift.change) {
  case DrizzleChange::conflict:
    return "put the base's entries first, then generate the branch's "
           "migration again with `drizzle-kit generate`";
  case DrizzleChange::damaged:
    return "restore it from git";
  case DrizzleChange::byte_order_mark:
    return "save it as UTF-8 without one";
  case DrizzleChange::index:
  case DrizzleChange::prefix:
    return "number the entries 0, 1, 2 …: drizzle-kit names the next "
           "migration and its snapshot after the last index";
  case DrizzleChange::order:
    return "where it was not applied anywhere yet, generate it again, or give "
           "it a `when` above all before it";
  case DrizzleChange::future:
    return "use the time at which it was written, in milliseconds";
  case DrizzleChange::snapshot:
    return "make such migrations with `drizzle-kit generate --custom`: "
           "without `meta/" +
           printable(drift.other) +
           "` the next one is compared with an older schema";
  case DrizzleChange::collision:
    return "delete the branch's migration, snapshot and entry, and generate "
           "them again on top of the other";
  }
  return "";
}

// What stops the runner or drizzle-kit, or makes migrations be passed over.
Severity severity_of(const DrizzleDrift& drift) {
  switch (drift.change) {
  case DrizzleChange::index:
    return drift.value < drift.wanted ? Severity::error : Severity::warning;
  case DrizzleChange::prefix:
  case DrizzleChange::future:
  case DrizzleChange::snapshot:
    return Severity::warning;
  default:
    return Severity::error;
  }
}

void report(const DrizzleDrift& drift, Findings& findings) {
  Diagnostic& finding =
      findings.report(severity_of(drift), drift.place, message_of(drift));
  if (drift.other_place) {
    finding.related.push_back(
        {*drift.other_place,
         drift.change == DrizzleChange::order ? "the newer one"
                                              : "the other snapshot"});
  }
  finding.help = help_of(drift);
  finding.data = {
      {"journal", drift.journal},
      {"directory", drift.folder},
      {"reason", std::string(drizzle_change_name(drift.change))},
      {"entry", drift.tag},
      {"other", drift.other}};
  finding.identity = {
      drift.journal,
      std::string(drizzle_change_name(drift.change)),
      drift.tag,
      drift.other};
}

void check(const Project& project, Findings& findings) {
  if (project.drifts == nullptr) {
    return;
  }
  for (const DrizzleDrift& drift : project.drifts->drizzle) {
    report(drift, findings);
  }
}

} // namespace

extern const Rule drizzle_journal_drift;
const Rule drizzle_journal_drift = {
    .info =
        {.name = "drizzle-journal-drift",
         .summary = "a drizzle journal that skips or confuses migrations",
         .severity = Severity::error,
         .needs = Needs::journals},
    .check_project = check};

} // namespace migcheck::rules
