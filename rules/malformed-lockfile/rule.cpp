// A lockfile that is not as `migcheck lock` writes it.
#include "check/rule.hpp"

#include "lock/compare.hpp"
#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

constexpr std::size_t most_related = 10;

void finish(
    Diagnostic& finding,
    const MigrationDirectory& directory,
    const Lockfile& lockfile,
    std::size_t problems) {
  finding.help = "restore it from version control, take both sides' "
                 "migrations, then run `migcheck lock`";
  finding.data = {
      {"directory", directory.path},
      {"lockfile", lockfile.path},
      {"problems", static_cast<std::int64_t>(problems)}};
  finding.identity = {directory.path, lockfile.path};
}

void check(
    const Project&,
    const MigrationDirectory& directory,
    const Lockfile& lockfile,
    Findings& findings) {
  if (!lockfile.present || lockfile.failure != ReadFailure::none) {
    return;
  }
  const auto& problems = lockfile.problems;
  if (!problems.empty()) {
    Diagnostic& finding = findings.report(
        {lockfile.path, problems.front().span}, problems.front().message);
    for (std::size_t i = 1; i < problems.size() && i <= most_related; ++i) {
      finding.related.push_back(
          {{lockfile.path, problems[i].span}, problems[i].message});
    }
    finish(finding, directory, lockfile, problems.size());
    return;
  }
  if (const LockLine* line = first_out_of_order(directory, lockfile)) {
    Diagnostic& finding = findings.report(
        {lockfile.path, line->span},
        quoted(line->entry) +
            " stands after a migration that is applied later");
    finish(finding, directory, lockfile, 1);
  }
}

} // namespace

extern const Rule malformed_lockfile;
const Rule malformed_lockfile = {
    .info =
        {.name = "malformed-lockfile",
         .summary = "a lockfile is damaged",
         .severity = Severity::error,
         .needs = Needs::lockfile},
    .check_lockfile = check};

} // namespace migcheck::rules
