// An up and a down file of one version with different titles.
#include "check/rule.hpp"

#include "text/nearest.hpp"
#include "text/path_parts.hpp"
#include "text/printable.hpp"

#include <string_view>

namespace migcheck::rules {
namespace {

// Runners that join two files by their version alone.
bool pairs_by_version(LayoutId id) {
  return id == LayoutId::golang_migrate || id == LayoutId::sqlx;
}

// The title of a file of these layouts.
std::string_view title_of(LayoutId id, std::string_view path) {
  return layout(id).parse(last_part(path)).title;
}

void check(
    const Project&,
    const MigrationDirectory& directory,
    const Migration& migration,
    Findings& findings) {
  if (!pairs_by_version(directory.layout) || migration.down.empty() ||
      directory.archived) {
    return;
  }
  const std::string_view up = title_of(directory.layout, migration.path);
  const std::string_view down = title_of(directory.layout, migration.down);
  if (up == down) {
    return;
  }
  // A slip of the keyboard, or a rename of one of the two; else two different
  // migrations.
  const bool near =
      edit_distance(up.substr(0, 200), down.substr(0, 200)) * 3 <= up.size();
  Diagnostic& finding = findings.report(
      near ? Severity::warning : Severity::error,
      {migration.down, {}},
      "the down file of version " + quoted(migration.version_text) +
          " is named " + quoted(down) + ", its up file " + quoted(up));
  finding.related.push_back({{migration.path, {}}, "the up file"});
  finding.help =
      "the runner joins them by their version alone: give both one name, or "
      "one of them the version that it belongs to";
  finding.data = {
      {"directory", directory.path},
      {"up", migration.path},
      {"down", migration.down}};
  finding.identity = {directory.path, migration.version};
}

} // namespace

extern const Rule mismatched_pair;
const Rule mismatched_pair = {
    .info =
        {.name = "mismatched-pair",
         .summary = "an up and a down file of one version have two names",
         .severity = Severity::error},
    .check_migration = check};

} // namespace migcheck::rules
