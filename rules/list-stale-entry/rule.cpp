// A list names files that its directory does not hold.
#include "check/rule.hpp"

#include "text/path_parts.hpp"
#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

constexpr std::size_t most_related = 10;

// Of a release: "v1.1/index.sql".
std::string name_of(const MigrationList& list, const ListEntry& entry) {
  const std::string text(last_part(entry.text));
  const std::string_view folder = parent_folder(entry.path);
  return list.releases && !folder.empty()
             ? std::string(last_part(folder)) + "/" + text
             : text;
}

std::string hint_of(const MigrationList& list, std::size_t i) {
  const std::string& hint = list.stale_hints[i];
  return hint.empty() ? "" : " (" + hint + ")";
}

void check(const Project&, const MigrationList& list, Findings& findings) {
  if (list.stale.empty() || list.directory == nullptr) {
    return;
  }
  std::vector<std::string> names;
  for (const std::uint32_t entry : list.stale) {
    names.push_back(name_of(list, list.entries[entry]));
  }
  const std::string files =
      names.size() == 1 ? "a file" : std::to_string(names.size()) + " files";
  const bool single = names.size() == 1;
  const std::string where = list.releases
                                ? (single ? "its release" : "their releases")
                                : quoted(list.directory->path);
  Diagnostic& finding = findings.report(
      list_severity(list, Severity::error),
      entry_location(list, list.stale.front()),
      list_label(list) + " names " + files + " that " +
          (single ? "is" : "are") + " not in " + where + ": " +
          quoted_list(names) + (single ? hint_of(list, 0) : ""));
  for (std::size_t i = single ? 1 : 0;
       i < list.stale.size() && finding.related.size() < most_related;
       ++i) {
    finding.related.push_back(
        {entry_location(list, list.stale[i]),
         quoted(names[i]) + " is not there" + hint_of(list, i)});
  }
  finding.help = list.generated_by.empty()
                     ? (list.releases ? "name the files of the release itself, "
                                        "or remove the entries"
                                      : "remove the entries, or name the files "
                                        "that took their place")
                     : "the file is generated (" +
                           printable(list.generated_by) +
                           "): generate it again";
  finding.fix = list.drop_stale;
  finding.identity = {list.name};
  finding.parts = names;
  finding.data = {
      {"list", list.name},
      {"directory", list.directory->path},
      {"stale", std::move(names)}};
}

} // namespace

extern const Rule list_stale_entry;
const Rule list_stale_entry = {
    .info =
        {.name = "list-stale-entry",
         .summary = "a list names a file that is not there",
         .severity = Severity::error,
         .fix = FixKind::safe,
         .needs = Needs::lists},
    .check_list = check};

} // namespace migcheck::rules
