// A migration that the base has and the branch took away.
#include "check/rule.hpp"

#include "check/against_base.hpp"
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

void check(
    const Project& project,
    const MigrationDirectory& directory,
    Findings& findings) {
  const BaseDirectory* base = against_base(project, directory);
  if (base == nullptr) {
    return;
  }
  for (const Migration* deleted : base->deleted) {
    Diagnostic& finding = findings.report(
        {deleted->path, {}},
        quoted(deleted->entry) + " was deleted, but is on " +
            merge_base_label(project));
    if (const Migration* other = successor(*base, *deleted)) {
      finding.related.push_back(
          {{other->path, {}}, "has its version, and other SQL"});
    }
    finding.help =
        "bring it back as it is at " + short_id(project.base->merge_base) +
        "; to retire it, rename it to " + quoted(deleted->entry + ".retired") +
        " with its SQL as it is";
    finding.data = {
        {"directory", directory.path},
        {"file", deleted->path},
        {"base", project.base->ref},
        {"merge_base", project.base->merge_base}};
    finding.identity = {directory.path, deleted->entry};
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
