// A sqitch.plan that Sqitch refuses, or that history has left.
#include "check/rule.hpp"

#include "check/against_base.hpp"
#include "model/drifts.hpp"
#include "text/printable.hpp"

#include <algorithm>

namespace migcheck::rules {
namespace {

std::string message_of(const Project& project, const SqitchDrift& drift) {
  const std::string name = quoted(drift.name);
  const std::string other = quoted(drift.other);
  const auto base = [&] { return merge_base_label(project); };
  switch (drift.change) {
  case SqitchChange::conflict:
    return "line " + std::to_string(drift.line) +
           " is a mark of a merge conflict";
  case SqitchChange::damaged:
    return "line " + std::to_string(drift.line) +
           " is neither a change nor a tag";
  case SqitchChange::header:
    return "line " + std::to_string(drift.line) +
           " is no pragma, but stands above the first empty line";
  case SqitchChange::project:
    return "the plan has no %project";
  case SqitchChange::name:
    return name + " is no name that Sqitch takes";
  case SqitchChange::time:
    return name + " has the time " + other + ", which does not exist";
  case SqitchChange::early:
    return "the tag " + name + " stands before any change";
  case SqitchChange::dependency:
    return name + " needs " + other + ", which is no dependency to Sqitch";
  case SqitchChange::doubled:
    return name + " has the dependency " + other + " twice";
  case SqitchChange::repeated:
    return drift.name.starts_with('@')
               ? "the tag " + name + " is there twice"
               : name + " is planned twice without a tag between";
  case SqitchChange::unknown:
    return name + " needs " + other + ", which the plan does not have";
  case SqitchChange::later:
    return name + " needs " + other + ", which is planned after it";
  case SqitchChange::circular:
    return name + " needs " + other + ", which needs it in turn";
  case SqitchChange::conflicting:
    return name + " must not be deployed with " + other +
           ", which is planned before it";
  case SqitchChange::fileless:
    return name + " has no deploy script";
  case SqitchChange::pragmas:
    return "%project or %uri is not as on " + base() +
           ": the ids of all changes are made of them";
  case SqitchChange::edited:
    return name + " has another " + drift.other + " than on " + base() +
           ": the ids of this and all later changes are others";
  case SqitchChange::removed:
    return name + " is on " + base() + ", but not in the plan";
  case SqitchChange::inserted:
    return name + " stands before " + other + ", which is on " + base();
  case SqitchChange::moved:
    return name + " stands where " + base() + " has " + other;
  }
  return "";
}

std::string help_of(const SqitchDrift& drift) {
  switch (drift.change) {
  case SqitchChange::repeated:
    return drift.name.starts_with('@')
               ? "rename the newer tag"
               : "tag the plan before, then `sqitch rework " +
                     printable(drift.name) + "`";
  case SqitchChange::later:
  case SqitchChange::circular:
    return "move the line above it, where no database has deployed either";
  case SqitchChange::unknown:
    return "write it as the plan has it, or `project:change` for what another "
           "project has";
  case SqitchChange::fileless:
    return "bring back " + quoted(
                               (drift.folder == "." ? "" : drift.folder + "/") +
                               "deploy/" + drift.name + ".sql");
  case SqitchChange::header:
    return "put an empty line between the pragmas and the changes; a comment "
           "is `# text`";
  case SqitchChange::project:
    return "add the line `%project=NAME` at the top, above any empty line";
  case SqitchChange::name:
    return "a name is not ROOT, HEAD, 0 or an id, has none of `@ : # \\` and "
           "no punctuation but `_` at either end, does not end in `~ / = % ^` "
           "and a number, and that of a tag has no `/`";
  case SqitchChange::time:
    return "write the time at which it was planned, in UTC";
  case SqitchChange::early:
    return "put it below the change that it is for";
  case SqitchChange::dependency:
    return "the forms are `change`, `change@tag`, `@tag` and `project:change`, "
           "with `!` before what must not be there, and one blank between two";
  case SqitchChange::doubled:
    return "leave one of them";
  case SqitchChange::conflicting:
    return "take out one of the two, or the `!" + printable(drift.other) + "`";
  case SqitchChange::conflict:
  case SqitchChange::damaged:
    return "the form is `NAME [DEPENDENCIES] YYYY-MM-DDTHH:MM:SSZ Planner "
           "<email> # note`; after a merge the base's lines come first";
  default:
    return "keep the base's lines as they are and put new ones below: a "
           "database knows changes by their ids, and stops at the first that "
           "it does not know";
  }
}

void report(
    const Project& project, const SqitchDrift& drift, Findings& findings) {
  Diagnostic& finding =
      findings.report({drift.plan, drift.place}, message_of(project, drift));
  if (drift.other_place) {
    finding.related.push_back(
        {{drift.plan, *drift.other_place},
         drift.change == SqitchChange::repeated ? "the first time"
                                                : "planned here"});
  }
  finding.help = help_of(drift);
  finding.data = {
      {"plan", drift.plan},
      {"reason", std::string(sqitch_change_name(drift.change))},
      {"change", drift.name},
      {"other", drift.other}};
  finding.identity = {
      drift.plan,
      std::string(sqitch_change_name(drift.change)),
      drift.name,
      drift.other};
}

// A name that the plan, read as a list, is reported for already.
bool is_told_of_the_list(const Project& project, const SqitchDrift& drift) {
  return std::any_of(
      project.lists.begin(),
      project.lists.end(),
      [&](const MigrationList& list) {
        return list.path == drift.plan &&
               std::find_if(
                   list.stale.begin(),
                   list.stale.end(),
                   [&](std::uint32_t entry) {
                     return list.entries[entry].text == drift.name;
                   }) != list.stale.end();
      });
}

void check(const Project& project, Findings& findings) {
  if (project.drifts == nullptr) {
    return;
  }
  for (const SqitchDrift& drift : project.drifts->sqitch) {
    if (drift.change == SqitchChange::fileless &&
        is_told_of_the_list(project, drift)) {
      continue;
    }
    report(project, drift, findings);
  }
}

} // namespace

extern const Rule sqitch_plan_drift;
const Rule sqitch_plan_drift = {
    .info =
        {.name = "sqitch-plan-drift",
         .summary = "a Sqitch plan that Sqitch or a database refuses",
         .severity = Severity::error,
         .needs = Needs::journals},
    .check_project = check};

} // namespace migcheck::rules
