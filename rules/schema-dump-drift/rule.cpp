// A dump of the schema whose versions are not those of the migrations.
#include "check/rule.hpp"

#include "model/drifts.hpp"
#include "text/path_parts.hpp"
#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

std::vector<std::string> file_names(const std::vector<DumpVersion>& versions) {
  std::vector<std::string> names;
  names.reserve(versions.size());
  for (const DumpVersion& version : versions) {
    names.emplace_back(last_part(version.location.path));
  }
  return names;
}

std::vector<std::string> numbers_of(const std::vector<DumpVersion>& versions) {
  std::vector<std::string> numbers;
  numbers.reserve(versions.size());
  for (const DumpVersion& version : versions) {
    numbers.push_back(version.version);
  }
  return numbers;
}

std::string message_of(const DumpDrift& drift) {
  if (drift.conflict) {
    return "the dump holds marks of a merge conflict";
  }
  const std::string folder = quoted(drift.folder);
  if (drift.kind == DumpKind::schema) {
    return "the dump is of version " + quoted(drift.newest) + ", but " +
           (drift.missing.empty()
                ? "no migration has it"
                : quoted_list(file_names(drift.missing)) +
                      (drift.missing.size() == 1 ? " is" : " are") +
                      " newer in " + folder);
  }
  std::string message = "the dump";
  if (!drift.missing.empty()) {
    message +=
        " lacks " + quoted_list(file_names(drift.missing)) + " of " + folder;
  }
  if (!drift.stale.empty()) {
    message += drift.missing.empty() ? "" : ", and";
    message += " holds " + quoted_list(numbers_of(drift.stale)) +
               ", which no migration has";
  }
  return message;
}

std::string help_of(const DumpDrift& drift) {
  const std::string command = drift.kind == DumpKind::dbmate
                                  ? "`dbmate up` and `dbmate dump`"
                                  : "`bin/rails db:migrate`";
  if (drift.conflict) {
    return "take the base's dump, then run " + command +
           " and commit what they write";
  }
  if (drift.missing.empty()) {
    return "the dump was made from a database that another branch had "
           "migrated: make it again from one that has this branch's "
           "migrations alone, with " +
           command;
  }
  return "run " + command + " and commit the dump with the migrations";
}

void report(const DumpDrift& drift, Findings& findings) {
  const bool stale = drift.missing.empty() && !drift.stale.empty() &&
                     drift.kind != DumpKind::schema;
  const Location place =
      stale ? drift.stale.front().location : Location{drift.path, drift.place};
  Diagnostic& finding = findings.report(place, message_of(drift));
  for (const DumpVersion& version : drift.missing) {
    if (finding.related.size() < 5) {
      finding.related.push_back({version.location, "not in the dump"});
    }
  }
  finding.help = help_of(drift);
  finding.data = {
      {"dump", drift.path},
      {"directory", drift.folder},
      {"missing", file_names(drift.missing)},
      {"stale", numbers_of(drift.stale)}};
  finding.identity = drift.conflict ? std::vector<std::string>{"conflict"}
                                    : numbers_of(drift.missing);
  for (const DumpVersion& version : drift.stale) {
    finding.identity.push_back(version.version);
  }
}

void check(const Project& project, Findings& findings) {
  if (project.drifts == nullptr) {
    return;
  }
  for (const DumpDrift& drift : project.drifts->dumps) {
    report(drift, findings);
  }
}

} // namespace

extern const Rule schema_dump_drift;
const Rule schema_dump_drift = {
    .info =
        {.name = "schema-dump-drift",
         .summary = "a dump of the schema was made of other migrations",
         .severity = Severity::error,
         .needs = Needs::journals},
    .check_project = check};

} // namespace migcheck::rules
