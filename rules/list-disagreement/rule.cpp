// Two lists that should both be complete name different files, and the
// directory does not say which of them is right.
#include "check/rule.hpp"

#include "text/path_parts.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace migcheck::rules {
namespace {

constexpr std::size_t most_related = 10;

using Names = std::set<std::string>;

// What no other rule speaks of: what is in the list and nowhere else, and what
// the list does not begin with.
struct Claims {
  Names held;
  Names left_out;

  bool operator<(const Claims& other) const {
    return std::tie(held, left_out) < std::tie(other.held, other.left_out);
  }
};

Claims claims_of(const MigrationList& list) {
  Claims claims;
  for (const std::uint32_t entry : list.unexplained) {
    claims.held.emplace(last_part(list.entries[entry].text));
  }
  for (const Migration* migration : list.older) {
    claims.left_out.insert(migration->entry);
  }
  return claims;
}

Names names_of(const MigrationList& list) {
  Names names;
  for (const ListEntry& entry : list.entries) {
    names.insert(
        entry.migration == nullptr ? std::string(last_part(entry.text))
                                   : entry.migration->entry);
  }
  return names;
}

// Names of `list` that `other` lacks, and that it holds unexplained or the
// other one leaves out in silence.
std::vector<std::string>
only_in(const MigrationList& list, const MigrationList& other) {
  const Names here = names_of(list);
  const Names there = names_of(other);
  std::vector<std::string> names;
  for (const std::string& name : claims_of(list).held) {
    if (there.count(name) == 0) {
      names.push_back(name);
    }
  }
  for (const std::string& name : claims_of(other).left_out) {
    if (here.count(name) > 0) {
      names.push_back(name);
    }
  }
  return names;
}

bool share_two(const MigrationList& a, const MigrationList& b) {
  const Names names = names_of(b);
  return std::count_if(
             a.entries.begin(), a.entries.end(), [&](const ListEntry& entry) {
               return entry.migration != nullptr &&
                      names.count(entry.migration->entry) > 0;
             }) >= 2;
}

std::string place_of(const MigrationList& list) {
  return (list.name.empty() ? std::string() : quoted(list.name) + " in ") +
         quoted(list.path);
}

using Group = std::vector<const MigrationList*>;

// One finding for all the lists of `group`, at the first of them.
void report(
    const Group& group, const MigrationList& other, Findings& findings) {
  const MigrationList& list = *group.front();
  const std::vector<std::string> here = only_in(list, other);
  const std::vector<std::string> there = only_in(other, list);
  if ((here.empty() && there.empty()) || !share_two(list, other)) {
    return;
  }
  std::string message = list_label(list) + " and " + place_of(other) +
                        " should both hold all of " +
                        quoted(list.directory->path) + " and differ:";
  if (!here.empty()) {
    message += " only the first names " + quoted_list(here);
  }
  if (!there.empty()) {
    message +=
        (here.empty() ? " only the second names " : ", only the second ") +
        quoted_list(there);
  }
  Diagnostic& finding = findings.report(list_location(list), message);
  finding.related = {{list_location(other), "the other list"}};
  for (std::size_t i = 1; i < group.size() && i < most_related; ++i) {
    finding.related.push_back(
        {list_location(*group[i]), "this list names the same"});
  }
  finding.help = "make them equal, or write `migcheck: list(subset) reason` "
                 "in a comment above the one that is not complete";
  finding.identity = {list.name, other.path, other.name};
  finding.identity.insert(finding.identity.end(), here.begin(), here.end());
  finding.identity.insert(finding.identity.end(), there.begin(), there.end());
  finding.data = {
      {"list", list.name},
      {"directory", list.directory->path},
      {"other_path", other.path},
      {"other_list", other.name},
      {"only_here", here},
      {"only_there", there}};
}

// The lists that agree with each other, per directory. What most of them say
// is taken for right; each other group is compared with it once.
void check(const Project& project, Findings& findings) {
  std::map<std::string, std::map<Claims, Group>> directories;
  for (const MigrationList& list : project.lists) {
    if (list.directory != nullptr && list.intent == Intent::complete &&
        list.shape != ListShape::docs) {
      directories[list.directory->path][claims_of(list)].push_back(&list);
    }
  }
  for (const auto& [path, groups] : directories) {
    const auto most = std::max_element(
        groups.begin(), groups.end(), [](const auto& a, const auto& b) {
          return a.second.size() < b.second.size();
        });
    for (const auto& [claims, group] : groups) {
      if (&group != &most->second) {
        report(group, *most->second.front(), findings);
      }
    }
  }
}

} // namespace

extern const Rule list_disagreement;
const Rule list_disagreement = {
    .info =
        {.name = "list-disagreement",
         .summary = "two complete lists of one directory differ",
         .severity = Severity::warning,
         .needs = Needs::lists},
    .check_project = check};

} // namespace migcheck::rules
