// An atlas.sum that its migrations do not fit.
#include "check/rule.hpp"

#include "model/drifts.hpp"
#include "text/printable.hpp"

namespace migcheck::rules {
namespace {

std::string and_more(const AtlasDrift& drift) {
  if (drift.more == 0) {
    return "";
  }
  return " and " + std::to_string(drift.more) +
         (drift.more == 1 ? " more file" : " more files");
}

std::string message_of(const AtlasDrift& drift) {
  const std::string line = "line " + std::to_string(drift.line);
  const std::string name = quoted(drift.name);
  const std::string verb = drift.more == 0 ? " is" : " are";
  switch (drift.change) {
  case AtlasChange::conflict:
    return line + " is a mark of a merge conflict";
  case AtlasChange::damaged:
    return line + " is not a file's name and its hash";
  case AtlasChange::total:
    return "the hash in the first line is not that of the lines below it, as "
           "after a merge";
  case AtlasChange::edited:
    return name + " was edited after atlas.sum was written";
  case AtlasChange::line_ends:
    return name + " has other line ends than when atlas.sum was written";
  case AtlasChange::added:
    return name + and_more(drift) + verb + " not in atlas.sum";
  case AtlasChange::removed:
    return drift.file.empty()
               ? name + and_more(drift) + verb +
                     " in atlas.sum, but not in the folder"
               : name + " is in atlas.sum, though it says atlas:sum ignore";
  case AtlasChange::reordered:
    return "the line of " + name + " is not where Atlas writes it";
  }
  return "";
}

std::string help_of(const AtlasDrift& drift) {
  const std::string command =
      "`atlas migrate hash --dir \"file://" + printable(drift.folder) + "\"`";
  switch (drift.change) {
  case AtlasChange::edited:
    return "restore the file and put the change into a new migration; where "
           "no database has applied it yet, write atlas.sum again with " +
           command;
  case AtlasChange::line_ends:
    return "add `" + printable(drift.folder) +
           "/** -text` or `eol=lf` to .gitattributes and check the files out "
           "again: Atlas hashes bytes";
  case AtlasChange::removed:
    return "bring the file back, or write atlas.sum again with " + command;
  default:
    return "look at the files, then write atlas.sum again with " + command;
  }
}

void report(const AtlasDrift& drift, Findings& findings) {
  const Location line = {drift.sum, drift.span};
  const bool in_sum = drift.file.empty() ||
                      drift.change == AtlasChange::reordered ||
                      drift.change == AtlasChange::removed;
  Diagnostic& finding = findings.report(
      in_sum ? line : Location{drift.file, {}}, message_of(drift));
  if (!in_sum) {
    finding.related.push_back(
        {line,
         drift.change == AtlasChange::added
             ? "where atlas.sum and the folder part"
             : "as it was hashed"});
  }
  finding.help = help_of(drift);
  finding.data = {
      {"sum", drift.sum},
      {"reason", std::string(atlas_change_name(drift.change))},
      {"file", drift.name}};
  finding.identity = {
      drift.sum, std::string(atlas_change_name(drift.change)), drift.name};
}

void check(const Project& project, Findings& findings) {
  if (project.drifts == nullptr) {
    return;
  }
  for (const AtlasDrift& drift : project.drifts->atlas) {
    report(drift, findings);
  }
}

} // namespace

extern const Rule atlas_sum_drift;
const Rule atlas_sum_drift = {
    .info =
        {.name = "atlas-sum-drift",
         .summary = "atlas.sum does not fit the files",
         .severity = Severity::error,
         .needs = Needs::journals},
    .check_project = check};

} // namespace migcheck::rules
