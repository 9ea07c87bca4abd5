#include "runs/workflows.hpp"

#include "lists/lexer_data.hpp"
#include "runs/data_tree.hpp"
#include "runs/resolve.hpp"
#include "runs/shell.hpp"
#include "runs/tools.hpp"
#include "text/one_of.hpp"

#include <array>

namespace migcheck::runs {
namespace {

// Events that file filters exist for.
constexpr std::array<std::string_view, 3> events = {
    "push", "pull_request", "pull_request_target"};

// Events that start it whatever is changed, or when others decide.
constexpr std::array<std::string_view, 3> others = {
    "merge_group", "workflow_call", "workflow_run"};

bool is_filtered_event(std::string_view name) {
  return is_one_of(name, events);
}

bool is_unfiltered_event(std::string_view name) {
  return is_one_of(name, others);
}

constexpr std::string_view check_name = "migcheck";

// Nobody writes more of them, in bytes.
constexpr std::size_t most_patterns = 16u << 10;

class WorkflowReader {
 public:
  WorkflowReader(
      const std::string& path, std::string_view text, const PathFinder& finder)
      : path_(path), tree_(text, lists::lex_yaml(text)), finder_(finder) {}

  ReadWorkflow read() {
    result_.workflow.path = path_;
    read_events(tree_.child(0, "on"));
    folder_ = folder_of(0);
    const std::uint32_t jobs = tree_.child(0, "jobs");
    if (jobs != DataTree::none) {
      for (const std::uint32_t job : tree_.node(jobs).children) {
        read_job(job);
      }
    }
    return std::move(result_);
  }

 private:
  void read_events(std::uint32_t on) {
    for (const Script& name : tree_.scalars(on)) {
      result_.workflow.unfiltered = result_.workflow.unfiltered ||
                                    is_filtered_event(name.text) ||
                                    is_unfiltered_event(name.text);
    }
    if (on == DataTree::none) {
      return;
    }
    for (const std::uint32_t event : tree_.node(on).children) {
      const std::string_view name = tree_.node(event).key;
      if (is_filtered_event(name)) {
        read_filters(event);
      } else if (is_unfiltered_event(name)) {
        result_.workflow.unfiltered = true;
      }
    }
  }

  // A push of tags alone is a release: what changed is beside the point.
  void read_filters(std::uint32_t event) {
    const std::size_t before = result_.workflow.filters.size();
    for (const std::uint32_t key : tree_.node(event).children) {
      const DataNode& node = tree_.node(key);
      if (node.key != "paths" && node.key != "paths-ignore") {
        continue;
      }
      PathFilter filter;
      filter.event = std::string(tree_.node(event).key);
      filter.span = node.key_span;
      filter.ignore = node.key == "paths-ignore";
      const bool known = add_patterns(key, filter);
      result_.workflow.unfiltered = result_.workflow.unfiltered || !known;
      result_.workflow.filters.push_back(std::move(filter));
    }
    const bool tags = tree_.child(event, "tags") != DataTree::none &&
                      tree_.child(event, "branches") == DataTree::none &&
                      tree_.child(event, "branches-ignore") == DataTree::none;
    if (result_.workflow.filters.size() == before && !tags) {
      result_.workflow.unfiltered = true;
    }
  }

  // False where nobody can tell what the filter holds: behind an alias, or
  // nothing.
  bool add_patterns(std::uint32_t key, PathFilter& filter) const {
    std::vector<std::uint32_t> items = tree_.node(key).children;
    if (tree_.is_scalar(key)) {
      items = {key};
    }
    std::size_t bytes = 0;
    for (const std::uint32_t item : items) {
      if (!tree_.is_scalar(item)) {
        return false;
      }
      filter.patterns.push_back(tree_.scalar(item).text);
      filter.places.push_back(tree_.node(item).token);
      bytes += filter.patterns.back().size();
    }
    return !items.empty() && bytes <= most_patterns;
  }

  std::string folder_of(std::uint32_t parent) const {
    return tree_
        .scalar(tree_.child(
            tree_.child(tree_.child(parent, "defaults"), "run"),
            "working-directory"))
        .text;
  }

  void read_job(std::uint32_t job) {
    std::string folder = folder_of(job);
    if (folder.empty()) {
      folder = folder_;
    }
    const std::uint32_t steps = tree_.child(job, "steps");
    if (steps == DataTree::none) {
      return;
    }
    for (const std::uint32_t step : tree_.node(steps).children) {
      read_step(step, folder);
    }
  }

  void read_step(std::uint32_t step, const std::string& folder) {
    const std::string_view uses = tree_.bytes(tree_.child(step, "uses"));
    result_.workflow.runs_check =
        result_.workflow.runs_check ||
        uses.substr(0, uses.find('@')).ends_with("/migcheck");
    const std::uint32_t script = tree_.child(step, "run");
    const std::string_view bytes = tree_.bytes(script);
    if (!names_tool(bytes) &&
        bytes.find(check_name) == std::string_view::npos) {
      return; // like most steps
    }
    const Script run = without_templates(tree_.scalar(script));
    result_.workflow.runs_check =
        result_.workflow.runs_check || runs_check(run.text);
    start_.folder = folder;
    if (const std::uint32_t own = tree_.child(step, "working-directory");
        own != DataTree::none) {
      start_.folder = without_templates(tree_.scalar(own)).text;
    }
    std::vector<NamedUse> named;
    read_shell(run, start_, named);
    resolve_uses(named, path_, {"", false}, finder_, result_.uses);
  }

  // A word of its own, with what may follow a command.
  static bool runs_check(std::string_view script) {
    for (std::size_t at = script.find(check_name); at < script.size();
         at = script.find(check_name, at + 1)) {
      const char before = at == 0 ? '\n' : script[at - 1];
      const std::size_t end = at + check_name.size();
      const char after = end < script.size() ? script[end] : '\n';
      if (std::string_view(" \t\n/&|;").find(before) < 7 &&
          std::string_view(" \t\n&|;").find(after) < 6) {
        return true;
      }
    }
    return false;
  }

  const std::string& path_;
  DataTree tree_;
  const PathFinder& finder_;
  std::string folder_; // of jobs that set none
  ShellStart start_;   // of the step that is read
  ReadWorkflow result_;
};

} // namespace

ReadWorkflow read_workflow(
    const std::string& path, std::string_view text, const PathFinder& finder) {
  return WorkflowReader(path, text, finder).read();
}

} // namespace migcheck::runs
