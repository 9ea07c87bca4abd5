// A list that is meant to be complete lacks migrations of its directory.
#include "check/rule.hpp"

#include "text/path_parts.hpp"
#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

constexpr std::size_t most_related = 10;

// Each release has a manifest of its own.
std::string name_in_manifests(const MigrationList& list) {
  constexpr std::size_t most_named = 3;
  std::string advice;
  for (std::size_t i = 0; i < list.missing.size() && i < most_named; ++i) {
    const std::string& path = list.missing[i]->path;
    advice += (i == 0 ? "name " : ", ") + quoted(last_part(path)) + " in " +
              quoted(std::string(parent_folder(path)) + "/manifest.json");
  }
  return advice + (list.missing.size() > most_named
                       ? ", and the others in those of their releases"
                       : "");
}

// What to do where an entry is more than a name, or not written by hand.
std::string advice_for(const MigrationList& list) {
  if (!list.generated_by.empty()) {
    return "the file is generated (" + printable(list.generated_by) +
           "): generate it again";
  }
  if (list.releases) {
    return name_in_manifests(list);
  }
  if (list.shape == ListShape::scattered) {
    return "add a file for each missing migration beside the others";
  }
  if (list.path.ends_with("meta/_journal.json")) {
    return "make the file with `drizzle-kit generate --custom` and move the "
           "statements there: the journal's entry holds a time and a snapshot "
           "that only the tool knows";
  }
  if (list.path.ends_with("sqitch.plan")) {
    return "add the changes with `sqitch add`: the plan's lines hold a time "
           "and a planner";
  }
  return "add the missing entries";
}

std::string help_for(const MigrationList& list) {
  const std::string where =
      list.language == "json"
          ? "say so in a [[list]] table of migcheck.toml"
          : "write `migcheck: list(subset) reason` in a comment above it";
  return advice_for(list) + "; the list counts as complete because " +
         list.intent_reason + ": where that is wrong, " + where;
}

void check(const Project&, const MigrationList& list, Findings& findings) {
  if (list.missing.empty() || list.directory == nullptr) {
    return;
  }
  std::vector<std::string> names;
  for (const Migration* migration : list.missing) {
    names.push_back(migration->entry);
  }
  Diagnostic& finding = findings.report(
      list_severity(list, Severity::error),
      list_location(list),
      list_label(list) + " lacks " + std::to_string(names.size()) + " of " +
          std::to_string(list.directory->migrations.size()) +
          " migrations in " + quoted(list.directory->path) + ": " +
          quoted_list(names));
  for (const Migration* migration : list.missing) {
    if (finding.related.size() == most_related) {
      break;
    }
    finding.related.push_back({{migration->path, {}}, "not in the list"});
  }
  finding.help = help_for(list);
  finding.fix = list.add_missing;
  finding.identity = {list.name};
  finding.parts = names;
  finding.data = {
      {"list", list.name},
      {"directory", list.directory->path},
      {"missing", std::move(names)}};
}

} // namespace

extern const Rule list_missing_migration;
const Rule list_missing_migration = {
    .info =
        {.name = "list-missing-migration",
         .summary = "a complete list lacks migrations of its directory",
         .severity = Severity::error,
         .fix = FixKind::safe,
         .needs = Needs::lists},
    .check_list = check};

} // namespace migcheck::rules
