// A version that this branch gives out, and one that has not landed yet does
// too.
#include "check/rule.hpp"

#include "check/shared_versions.hpp"
#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

std::string where(const TakenOnBranch& taken) {
  return quoted(taken.branch) +
         (taken.more == 0 ? ""
          : taken.more == 1
              ? " and another branch"
              : " and " + std::to_string(taken.more) + " other branches");
}

void report(
    const MigrationDirectory& directory,
    const TakenOnBranch& taken,
    Findings& findings) {
  const Migration& mine = *taken.mine;
  Diagnostic& finding = findings.report(
      {mine.path, {}},
      "version " + quoted(mine.version_text) + " is given to " +
          quoted(taken.theirs.entry) + " on " + where(taken));
  finding.help = "the one that lands second has to be renumbered: agree on who "
                 "is first, or take a version above both";
  finding.data = {
      {"directory", directory.path},
      {"version", mine.version},
      {"file", mine.path},
      {"taken_by", taken.theirs.path},
      {"branch", taken.branch},
      {"other_branches", static_cast<std::int64_t>(taken.more)}};
  finding.identity = {directory.path, mine.version, mine.entry};
}

void check(const Project& project, Findings& findings) {
  for (const TakenOnBranch& taken : project.taken) {
    const MigrationDirectory& directory = project.directories[taken.directory];
    if (directory.manifests.empty() &&
        version_key(*taken.mine) == version_key(taken.theirs) &&
        !may_share_version(directory, {taken.mine, &taken.theirs})) {
      report(directory, taken, findings);
    }
  }
}

} // namespace

extern const Rule version_taken_on_branch;
const Rule version_taken_on_branch = {
    .info =
        {.name = "version-taken-on-branch",
         .summary = "a new migration has a version that another branch gives "
                    "out too",
         .severity = Severity::warning,
         .needs = Needs::base},
    .check_project = check};

} // namespace migcheck::rules
