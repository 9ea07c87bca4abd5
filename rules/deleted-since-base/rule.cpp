// A migration that the base has and the branch took away.
#include "check/rule.hpp"

#include "check/against_base.hpp"
#include "layouts/retired_name.hpp"
#include "text/printable.hpp"

#include <algorithm>

namespace migcheck::rules {
namespace {

// One that was added with the same version may be what became of it.
const Migration*
successor(const BaseDirectory& base, const Migration& deleted) {
  const auto found = std::find_if(
      base.added.begin(), base.added.end(), [&](const Migration* added) {
        return !deleted.version.empty() && added->version == deleted.version;
      });
  return found == base.added.end() ? nullptr : *found;
}

void report(
    const MigrationDirectory& directory,
    const Migration& deleted,
    const Kept& kept,
    Findings& findings) {
  Diagnostic& finding = findings.report(
      {deleted.path, {}},
      quoted(deleted.entry) + " was deleted, but is on " + kept.label);
  if (const Migration* other = successor(*kept.directory, deleted)) {
    finding.related.push_back(
        {{other->path, {}}, "has its version, and other SQL"});
  }
  finding.help = "bring it back as it is at " +
                 short_id(kept.base->merge_base) +
                 "; to retire it, rename it to " +
                 quoted(deleted.entry + std::string(retired_ending)) +
                 " with its SQL as it is";
  finding.data = {
      {"directory", directory.path},
      {"file", deleted.path},
      {"base", kept.base->ref},
      {"merge_base", kept.base->merge_base}};
  finding.identity = {directory.path, deleted.entry};
}

void check(
    const Project& project,
    const MigrationDirectory& directory,
    Findings& findings) {
  for (const Kept& kept : kept_by(project, directory)) {
    for (const Migration* deleted : kept.directory->deleted) {
      report(directory, *deleted, kept, findings);
    }
  }
}

} // namespace

extern const Rule deleted_since_base;
const Rule deleted_since_base = {
    .info =
        {.name = "deleted-since-base",
         .summary = "a migration that the base has was deleted",
         .severity = Severity::error,
         .needs = Needs::base},
    .check_directory = check};

} // namespace migcheck::rules
