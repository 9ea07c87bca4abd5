// A list holds an entry twice.
#include "check/rule.hpp"

#include "text/printable.hpp"

#include <algorithm>

namespace migcheck::rules {
namespace {

// The first element that says the same.
std::uint32_t first_of(const MigrationList& list, std::uint32_t repeated) {
  const auto found = std::find_if(
      list.entries.begin(), list.entries.end(), [&](const ListEntry& entry) {
        return entry.text == list.entries[repeated].text;
      });
  return static_cast<std::uint32_t>(found - list.entries.begin());
}

void check(const Project&, const MigrationList& list, Findings& findings) {
  const bool judged =
      list.intent == Intent::complete || list.intent == Intent::subset;
  if (list.repeated.empty() || list.directory == nullptr || !judged) {
    return;
  }
  std::vector<std::string> names;
  for (const std::uint32_t entry : list.repeated) {
    names.push_back(list.entries[entry].text);
  }
  Diagnostic& finding = findings.report(
      list_severity(list, Severity::warning),
      entry_location(list, list.repeated.front()),
      list_label(list) + " holds " + quoted_list(names) + " more than once");
  for (const std::uint32_t entry : list.repeated) {
    finding.related.push_back(
        {entry_location(list, first_of(list, entry)), "the first of them"});
  }
  finding.help = "remove the second entry, or name the file that was meant";
  finding.identity = {list.name};
  finding.parts = names;
  finding.data = {
      {"list", list.name},
      {"directory", list.directory->path},
      {"repeated", std::move(names)}};
}

} // namespace

extern const Rule list_repeated_entry;
const Rule list_repeated_entry = {
    .info =
        {.name = "list-repeated-entry",
         .summary = "a list holds an entry twice",
         .severity = Severity::warning,
         .needs = Needs::lists},
    .check_list = check};

} // namespace migcheck::rules
