// Rights, objects and sessions of roles that nothing makes.
#include "check/rule.hpp"

#include "check/new_migrations.hpp"
#include "text/printable.hpp"

#include <vector>

namespace migcheck::rules {
namespace {

// What leave_out_history() looks at.
struct Found {
  const Migration* migration;
  const UnknownRole* role;
};

void report(const UnknownRole& unknown, Findings& findings) {
  std::string message = unknown.words + " names the role " +
                        quoted(unknown.role) +
                        ", which nothing in the project makes";
  if (!unknown.nearest.empty()) {
    message += ", did you mean " + quoted(unknown.nearest) + "?";
  }
  Diagnostic& finding = findings.report(unknown.place, std::move(message));
  finding.help = "on a new database this fails unless somebody made the role "
                 "before";
  if (unknown.more > 0) {
    finding.help += "; " + std::to_string(unknown.more) +
                    (unknown.more == 1 ? " other statement names it"
                                       : " other statements name it");
  }
  finding.help += "\nmake it in a migration, or name the script that does";
  finding.data = {
      {"directory", unknown.directory->path},
      {"role", unknown.role},
      {"nearest", unknown.nearest}};
  finding.identity = {unknown.directory->path, unknown.role};
}

void check_directory(
    const Project& project,
    const MigrationDirectory& directory,
    Findings& findings) {
  std::vector<Found> found;
  for (const UnknownRole& role : project.unknown_roles) {
    if (role.directory == &directory &&
        is_looked_at(directory, *role.migration)) {
      found.push_back({role.migration, &role});
    }
  }
  leave_out_history(directory, found);
  for (const Found& one : found) {
    report(*one.role, findings);
  }
}

} // namespace

extern const Rule unknown_role;
const Rule unknown_role = {
    .info =
        {.name = "unknown-role",
         .summary = "a statement names a role that nothing makes",
         .severity = Severity::note,
         .needs = Needs::unknown_roles},
    .check_directory = check_directory};

} // namespace migcheck::rules
