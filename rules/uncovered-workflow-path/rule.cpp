// A workflow that looks after migrations is not started by a change of some
// of them, or of a file that lists them.
#include "check/rule.hpp"

#include "text/github_filter.hpp"
#include "text/printable.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace migcheck::rules {
namespace {

// What the filters say of paths and directories. Each is asked several times.
class Coverage {
 public:
  // A change of the path starts the workflow, as one event's filter says.
  bool starts(const PathFilter& filter, std::string_view path) {
    return starts(filter, verdict(filter, path));
  }

  bool starts(const Workflow& workflow, std::string_view path) {
    return workflow.unfiltered ||
           std::any_of(
               workflow.filters.begin(),
               workflow.filters.end(),
               [&](const PathFilter& filter) { return starts(filter, path); });
  }

  // A path that `!` takes out on purpose.
  bool is_left_out(const PathFilter& filter, std::string_view path) {
    return verdict(filter, path) == FilterVerdict::excluded;
  }

  // Migrations whose changes do not start the workflow, by their entries.
  const std::vector<std::string>&
  uncovered(const PathFilter& filter, const MigrationDirectory& directory) {
    const auto [known, added] = uncovered_.try_emplace({&filter, &directory});
    if (added) {
      for (const Migration& migration : directory.migrations) {
        const FilterVerdict says = verdict(filter, migration.path);
        if (!starts(filter, says) && says != FilterVerdict::excluded) {
          known->second.push_back(migration.entry);
        }
      }
    }
    return known->second;
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

 private:
  static bool starts(const PathFilter& filter, FilterVerdict says) {
    return (says == FilterVerdict::included) != filter.ignore;
  }

  FilterVerdict verdict(const PathFilter& filter, std::string_view path) {
    const auto read = filters_.try_emplace(&filter, filter.patterns).first;
    return read->second.verdict(path);
  }

  using Pair = std::pair<const PathFilter*, const MigrationDirectory*>;

  std::map<const PathFilter*, GithubFilter> filters_;
  std::map<Pair, std::vector<std::string>> uncovered_;
};

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
      const Project& project,
      const Workflow& workflow,
      Coverage& coverage,
      Findings& findings)
      : project_(project), workflow_(workflow), coverage_(coverage),
        findings_(findings) {}

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
    const std::vector<std::string>& names =
        coverage_.uncovered(filter, directory);
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
      return (!checks || other.runs_check) &&
             coverage_.covers(other, directory);
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
    const Paths named = named_lists(filter);
    for (const MigrationList& list : project_.lists) {
      if (list.directory == nullptr || list.intent != Intent::complete ||
          list.shape == ListShape::docs ||
          coverage_.starts(filter, list.path) ||
          coverage_.is_left_out(filter, list.path) ||
          list.path == workflow_.path ||
          !(guards_list(list) || names_another(filter, named, list)) ||
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

  // It runs migcheck, and no workflow that does is started by the file.
  bool guards_list(const MigrationList& list) const {
    const auto& all = project_.runs.workflows;
    return workflow_.runs_check &&
           std::none_of(all.begin(), all.end(), [&](const Workflow& other) {
             return other.runs_check && coverage_.starts(other, list.path);
           });
  }

  // Of complete lists whose files a filter names, by directory.
  using Paths = std::map<const MigrationDirectory*, std::set<std::string_view>>;

  Paths named_lists(const PathFilter& filter) const {
    const std::set<std::string_view> patterns(
        filter.patterns.begin(), filter.patterns.end());
    Paths paths;
    for (const MigrationList& list : project_.lists) {
      if (!filter.ignore && list.intent == Intent::complete &&
          list.path != workflow_.path && patterns.count(list.path) > 0) {
        paths[list.directory].insert(list.path);
      }
    }
    return paths;
  }

  bool names_another(
      const PathFilter& filter,
      const Paths& named,
      const MigrationList& list) const {
    const auto paths = named.find(list.directory);
    return paths != named.end() &&
           paths->second.size() > paths->second.count(list.path) &&
           coverage_.uncovered(filter, *list.directory).empty();
  }

  const Project& project_;
  const Workflow& workflow_;
  Coverage& coverage_;
  Findings& findings_;
  std::set<std::string> said_;
};

void check(const Project& project, Findings& findings) {
  Coverage coverage;
  for (const Workflow& workflow : project.runs.workflows) {
    if (!workflow.unfiltered && !workflow.filters.empty()) {
      WorkflowCheck(project, workflow, coverage, findings).check();
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
