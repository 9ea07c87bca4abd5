// A number in code that stood for a migration directory, and no longer does.
#include "check/rule.hpp"

#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

// "the newest version in "migrations" is 42".
std::string what_directory_says(const MigrationCount& count) {
  const std::string directory = quoted(count.directory->path);
  switch (count.relation) {
  case CountRelation::count:
    return directory + " holds " + count.actual + " migrations";
  case CountRelation::count_minus_one:
    return "one less than the migrations in " + directory + " is " +
           count.actual;
  case CountRelation::highest_plus_one:
    return "one more than the newest version in " + directory + " is " +
           count.actual;
  default:
    return "the newest version in " + directory + " is " + count.actual;
  }
}

std::string help_for(const MigrationCount& count) {
  const std::string what =
      !count.generated_by.empty()
          ? "the file is generated (" + printable(count.generated_by) +
                "): generate it again"
      : count.fix ? "write the number that the directory has now"
                  : "add the migration that is missing, or correct the number";
  return what + "; it is held against the directory because " + count.reason +
         ": where that is wrong, write `migcheck: "
         "allow(stale-migration-count) reason` in a comment above it";
}

void check_count(const MigrationCount& count, Findings& findings) {
  if (!count.stale) {
    return;
  }
  const Span place = count.span;
  Diagnostic& finding = findings.report(
      {count.path, place},
      count_label(count) + " is " + printable(count.text) + ", but " +
          what_directory_says(count));
  if (count.newest != nullptr) {
    finding.related.push_back(
        {{count.newest->path, {}}, "the newest migration"});
  }
  finding.help = help_for(count);
  finding.fix = count.fix;
  finding.identity = {count.name, count.text, count.directory->path};
  finding.data = {
      {"name", count.name},
      {"value", count.text},
      {"relation", std::string(relation_name(count.relation))},
      {"directory", count.directory->path},
      {"actual", count.actual}};
}

void check(const Project& project, Findings& findings) {
  for (const MigrationCount& count : project.counts) {
    check_count(count, findings);
  }
}

} // namespace

extern const Rule stale_migration_count;
const Rule stale_migration_count = {
    .info =
        {.name = "stale-migration-count",
         .summary = "a number that stood for a directory of migrations no "
                    "longer does",
         .severity = Severity::error,
         .fix = FixKind::safe,
         .needs = Needs::lists},
    .check_project = check};

} // namespace migcheck::rules
