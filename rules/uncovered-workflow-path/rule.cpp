// A workflow that looks after migrations is not started by a change of some
// of them, or of a file that lists them.
#include "check/rule.hpp"

#include "text/github_filter.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <set>

namespace migcheck::rules {
namespace {

// A path that a change of starts the workflow, as one event's filter says.
bool starts(const PathFilter& filter, std::string_view path) {
  const std::vector<std::string_view> patterns(
      filter.patterns.begin(), filter.patterns.end());
  const FilterVerdict verdict = github_filter_verdict(patterns, path);
  return (verdict == FilterVerdict::included) != filter.ignore;
}

// The same for a path that `!` takes out on purpose.
bool is_left_out(const PathFilter& filter, std::string_view path) {
  const std::vector<std::string_view> patterns(
      filter.patterns.begin(), filter.patterns.end());
  return github_filter_verdict(patterns, path) == FilterVerdict::excluded;
}

std::vector<std::string>
uncovered(const PathFilter& filter, const MigrationDirectory& directory) {
  std::vector<std::string> names;
  for (const Migration& migration : directory.migrations) {
    if (!starts(filter, migration.path) &&
        !is_left_out(filter, migration.path)) {
      names.push_back(migration.entry);
    }
  }
  return names;
}

bool covers(const Workflow& workflow, const MigrationDirectory& directory) {
  return workflow.unfiltered ||
         std::any_of(
             workflow.filters.begin(),
             workflow.filters.end(),
             [&](const PathFilter& filter) {
               return uncovered(filter, directory).empty();
             });
}

bool uses(
    const Project& project,
    const Workflow& workflow,
    const MigrationDirectory& directory) {
  return std::any_of(
      project.runs.uses.begin(),
      project.runs.uses.end(),
      [&](const RunnerUse& use) {
        return use.path == workflow.path && use.directory == &directory;
      });
}

// A pattern with wildcards inside of the directory that matches some of its
// files; npos when there is none.
std::size_t
own_wildcard(const PathFilter& filter, const MigrationDirectory& directory) {
  const std::string folder = directory.path == "." ? "" : directory.path + "/";
  for (std::size_t i = 0; i < filter.patterns.size(); ++i) {
    const std::string& pattern = filter.patterns[i];
    const bool inside = pattern.starts_with(folder) &&
                        is_github_wildcard(pattern) &&
                        pattern.find_first_of("*?+[") >= folder.size();
    if (inside && std::any_of(
                      directory.migrations.begin(),
                      directory.migrations.end(),
                      [&](const Migration& migration) {
                        return github_pattern_matches(pattern, migration.path);
                      })) {
      return i;
    }
  }
  return std::string::npos;
}

std::string line_to_add(const std::string& path) {
  return "add `- \"" + printable(path) + "\"` to `paths`";
}

class WorkflowCheck {
 public:
  WorkflowCheck(
      const Project& project, const Workflow& workflow, Findings& findings)
      : project_(project), workflow_(workflow), findings_(findings) {}

  void check() {
    for (const MigrationDirectory& directory : project_.directories) {
      if (directory.archived || directory.migrations.empty()) {
        continue;
      }
      for (const PathFilter& filter : workflow_.filters) {
        check_directory(filter, directory);
      }
    }
    for (const PathFilter& filter : workflow_.filters) {
      check_lists(filter);
    }
  }

 private:
  // One finding for each file or directory, whatever the events.
  bool is_new(const std::string& what) { return said_.insert(what).second; }

  void check_directory(
      const PathFilter& filter, const MigrationDirectory& directory) {
    const std::size_t pattern =
        filter.ignore ? std::string::npos : own_wildcard(filter, directory);
    if (pattern == std::string::npos && !workflow_.runs_check &&
        !uses(project_, workflow_, directory)) {
      return;
    }
    const std::vector<std::string> names = uncovered(filter, directory);
    if (names.empty()) {
      return;
    }
    if (pattern != std::string::npos) {
      report_part(filter, pattern, directory, names);
    } else if (guards(filter, directory)) {
      report_whole(filter, directory, names);
    }
  }

  // It runs migcheck, and no other workflow that does is started; or it is the
  // only one that is there to run them for a pull request.
  bool
  guards(const PathFilter& filter, const MigrationDirectory& directory) const {
    const bool checks = workflow_.runs_check;
    if (!checks && filter.event == "push") {
      return false;
    }
    const auto& all = project_.runs.workflows;
    return std::none_of(all.begin(), all.end(), [&](const Workflow& other) {
      return (!checks || other.runs_check) && covers(other, directory);
    });
  }

  Diagnostic& report(
      const PathFilter& filter,
      Span place,
      const std::string& what,
      const std::string& message) {
    Diagnostic& finding = findings_.report({workflow_.path, place}, message);
    finding.identity = {what};
    finding.data = {{"event", filter.event}, {"missing", what}};
    return finding;
  }

  void report_part(
      const PathFilter& filter,
      std::size_t pattern,
      const MigrationDirectory& directory,
      const std::vector<std::string>& names) {
    if (is_new(directory.path)) {
      report(
          filter,
          filter.places[pattern],
          directory.path,
          quoted(filter.patterns[pattern]) + " does not match " +
              std::to_string(names.size()) + " of " +
              std::to_string(directory.migrations.size()) + " migrations in " +
              quoted(directory.path) + ": " + quoted_list(names, 5))
          .help = line_to_add(all_of(directory));
    }
  }

  void report_whole(
      const PathFilter& filter,
      const MigrationDirectory& directory,
      const std::vector<std::string>& names) {
    if (!is_new(directory.path)) {
      return;
    }
    const bool none = names.size() == directory.migrations.size();
    report(
        filter,
        filter.span,
        directory.path,
        "this workflow " +
            std::string(workflow_.runs_check ? "checks" : "runs") +
            " the migrations in " + quoted(directory.path) +
            " and is not started when " +
            (none ? "they change"
                  : std::to_string(names.size()) + " of them change"))
        .help = filter.ignore ? "take the pattern that matches them out of "
                                "`paths-ignore`"
                              : line_to_add(all_of(directory));
  }

  static std::string all_of(const MigrationDirectory& directory) {
    return directory.path == "." ? "**.sql" : directory.path + "/**";
  }

  // Files with a complete list, where migcheck runs, or where the filter names
  // another such file of the same directory.
  void check_lists(const PathFilter& filter) {
    for (const MigrationList& list : project_.lists) {
      if (list.directory == nullptr || list.intent != Intent::complete ||
          list.shape == ListShape::docs || starts(filter, list.path) ||
          is_left_out(filter, list.path) || list.path == workflow_.path ||
          !(checks_lists() || names_another(filter, list)) ||
          !is_new(list.path)) {
        continue;
      }
      report(
          filter,
          filter.span,
          list.path,
          "this workflow is not started when " + quoted(list.path) +
              " changes, which lists the migrations in " +
              quoted(list.directory->path))
          .help = filter.ignore ? "take the pattern that matches it out of "
                                  "`paths-ignore`"
                                : line_to_add(list.path);
    }
  }

  bool checks_lists() const {
    const auto& all = project_.runs.workflows;
    return workflow_.runs_check &&
           std::none_of(all.begin(), all.end(), [](const Workflow& other) {
             return other.runs_check && other.unfiltered;
           });
  }

  bool
  names_another(const PathFilter& filter, const MigrationList& list) const {
    if (filter.ignore || !uncovered(filter, *list.directory).empty()) {
      return false;
    }
    return std::any_of(
        project_.lists.begin(),
        project_.lists.end(),
        [&](const MigrationList& other) {
          return other.directory == list.directory && other.path != list.path &&
                 other.path != workflow_.path &&
                 other.intent == Intent::complete &&
                 std::find(
                     filter.patterns.begin(),
                     filter.patterns.end(),
                     other.path) != filter.patterns.end();
        });
  }

  const Project& project_;
  const Workflow& workflow_;
  Findings& findings_;
  std::set<std::string> said_;
};

void check(const Project& project, Findings& findings) {
  for (const Workflow& workflow : project.runs.workflows) {
    if (!workflow.unfiltered && !workflow.filters.empty()) {
      WorkflowCheck(project, workflow, findings).check();
    }
  }
}

} // namespace

extern const Rule uncovered_workflow_path;
const Rule uncovered_workflow_path = {
    .info =
        {.name = "uncovered-workflow-path",
         .summary = "a workflow's path filter misses migrations that it guards",
         .severity = Severity::warning,
         .needs = Needs::lists},
    .check_project = check};

} // namespace migcheck::rules
