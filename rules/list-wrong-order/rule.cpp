// Code that applies a list runs migrations in another order than the runner
// of production does.
#include "check/rule.hpp"

#include "layouts/layout.hpp"
#include "text/printable.hpp"

#include <algorithm>

namespace migcheck::rules {
namespace {

constexpr std::size_t most_displaced = 3;

bool names_migration(const DependsItem& item, const Migration& migration) {
  return item.target == migration.entry || item.target == migration.path ||
         item.target == migration.version ||
         item.target == migration.version_text;
}

// True when the entry depends on one that stands after it in the list.
bool depends_on_later(const MigrationList& list, std::uint32_t entry) {
  const Migration* migration = list.entries[entry].migration;
  if (migration == nullptr) {
    return false;
  }
  for (const DependsItem& item : migration->file.depends) {
    for (std::size_t i = entry + 1; i < list.entries.size(); ++i) {
      const Migration* later = list.entries[i].migration;
      if (later != nullptr && names_migration(item, *later)) {
        return true;
      }
    }
  }
  return false;
}

bool is_judged(const MigrationList& list) {
  const bool known =
      list.intent == Intent::complete || list.intent == Intent::subset;
  return known && list.applies_in_order && list.directory != nullptr &&
         layout(list.directory->layout).own_order && !list.displaced.empty() &&
         list.displaced.size() <= most_displaced;
}

void check(const Project&, const MigrationList& list, Findings& findings) {
  if (!is_judged(list)) {
    return;
  }
  std::vector<std::string> names;
  bool breaks = false;
  for (std::uint32_t i = 0; i < list.entries.size(); ++i) {
    breaks = breaks || depends_on_later(list, i);
  }
  for (const std::uint32_t entry : list.displaced) {
    names.push_back(list.entries[entry].text);
  }
  Diagnostic& finding = findings.report(
      breaks ? Severity::error : Severity::warning,
      entry_location(list, list.displaced.front()),
      list_label(list) + " runs " + quoted_list(names) +
          " in another order than " +
          std::string(layout(list.directory->layout).name) + " does in " +
          quoted(list.directory->path));
  for (const std::uint32_t entry : list.displaced) {
    finding.related.push_back(
        {{list.entries[entry].migration->path, {}},
         "this migration stands at another place"});
  }
  finding.help = "put the entries in the order in which the runner applies "
                 "them, so that tests see the schema that production gets";
  finding.identity = {list.name};
  finding.parts = names;
  finding.data = {
      {"list", list.name},
      {"directory", list.directory->path},
      {"displaced", std::move(names)}};
}

} // namespace

extern const Rule list_wrong_order;
const Rule list_wrong_order = {
    .info =
        {.name = "list-wrong-order",
         .summary = "a list runs migrations in another order than the runner",
         .severity = Severity::error,
         .needs = Needs::lists},
    .check_list = check};

} // namespace migcheck::rules
