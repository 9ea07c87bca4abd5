// A script or container applies migrations in another order than their
// numbers.
#include "check/rule.hpp"

#include "layouts/layout.hpp"
#include "text/printable.hpp"

#include <functional>

namespace migcheck::rules {
namespace {

struct Pair {
  const Migration* first = nullptr; // is applied before `second`
  const Migration* second = nullptr;
};

// The first two neighbours whose order is not the directory's own; nothing
// when there are none. Repeatables and the like have no place of their own.
Pair reversed_pair(const RunnerUse& use) {
  const Migration* const begin = use.directory->migrations.data();
  const Migration* const end = begin + use.directory->migrations.size();
  constexpr std::less<> stands_before; // in the directory's own order
  const Migration* before = nullptr;
  for (const Migration* migration : use.files) {
    if (migration->kind != MigrationKind::versioned ||
        stands_before(migration, begin) || !stands_before(migration, end)) {
      continue;
    }
    if (before != nullptr && stands_before(migration, before)) {
      return {before, migration};
    }
    before = migration;
  }
  return {};
}

Location place_of(const RunnerUse& use) {
  return {use.path, use.names.size() > 0 ? use.names : use.span};
}

void report(
    const RunnerUse& use,
    const std::string& message,
    const std::string& help,
    Findings& findings) {
  Diagnostic& finding = findings.report(place_of(use), message);
  finding.help = help;
  finding.identity = {use.tool, use.directory->path};
  finding.data = {{"tool", use.tool}, {"directory", use.directory->path}};
}

std::string by_name_help(const RunnerUse& use) {
  return use.tool == "docker-entrypoint-initdb.d"
             ? "give the numbers one width, or mount a script that runs the "
               "files in the order of their numbers"
             : "sort by number: `ls -v`, or `sort -V`";
}

void check_use(const RunnerUse& use, Findings& findings) {
  if (use.runner || use.directory->archived || use.files.size() < 2) {
    return;
  }
  const std::string runs =
      quoted(use.tool) + " runs the files of " + quoted(use.directory->path);
  if (use.order == FileOrder::unsorted || use.order == FileOrder::by_time) {
    const bool time = use.order == FileOrder::by_time;
    report(
        use,
        runs + (time ? " by the time of their last change"
                     : " in whatever order the disk gives them"),
        time ? "list them without `-t`: `ls -v`"
             : "put `sort -V` between `find` and what runs them",
        findings);
    return;
  }
  const bool known = use.order == FileOrder::by_name ||
                     use.tool == "docker-entrypoint-initdb.d";
  const Pair pair = known ? reversed_pair(use) : Pair{};
  if (pair.first != nullptr) {
    report(
        use,
        runs + " by name, " + quoted(pair.first->entry) + " before " +
            quoted(pair.second->entry),
        by_name_help(use),
        findings);
  }
}

void check(const Project& project, Findings& findings) {
  for (const RunnerUse& use : project.runs.uses) {
    check_use(use, findings);
  }
}

} // namespace

extern const Rule unordered_runner;
const Rule unordered_runner = {
    .info =
        {.name = "unordered-runner",
         .summary = "a script applies migrations in another order than theirs",
         .severity = Severity::warning,
         .needs = Needs::lists},
    .check_project = check};

} // namespace migcheck::rules
