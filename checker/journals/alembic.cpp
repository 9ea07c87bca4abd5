#include "discover/folders.hpp"
#include "journals/graphs.hpp"
#include "journals/python_reader.hpp"

#include <algorithm>
#include <map>

namespace migcheck {
namespace {

// The folder `versions` that a path lies in, "" = none.
std::string_view versions_folder(std::string_view path) {
  std::string_view folder = folder_of(path);
  while (folder != ".") {
    if (last_part(folder) == "versions") {
      return folder;
    }
    folder = folder_of(folder);
  }
  return "";
}

// `__init__.py` and what editors leave are none.
bool is_script(std::string_view path) {
  const std::string_view name = last_part(path);
  return name.ends_with(".py") && !name.starts_with("__init__") &&
         !name.starts_with(".#");
}

// Nothing for a file without a revision; false in `literal` for one whose
// values must be run to be known.
std::optional<GraphNode> read_script(
    const JournalSources& sources, const std::string& path, bool& literal) {
  std::string text;
  if (fetch_text(sources, path, text) != Fetched::yes) {
    literal = false;
    return std::nullopt;
  }
  const auto values =
      read_module_strings(text, {"revision", "down_revision", "branch_labels"});
  const PythonAssignment& revision = values[0];
  const PythonAssignment& parents = values[1];
  if (!revision.assigned && !parents.assigned) {
    return std::nullopt;
  }
  if (!revision.value || revision.value->strings.size() != 1 ||
      !parents.value) {
    literal = false;
    return std::nullopt;
  }
  GraphNode node;
  node.name = revision.value->strings[0].first;
  node.location = {path, revision.value->strings[0].second};
  node.parents = parents.value->strings;
  const PythonAssignment& labels = values[2];
  node.labelled =
      labels.assigned && (!labels.value || !labels.value->strings.empty());
  return node;
}

struct Scripts {
  std::vector<GraphNode> direct;
  std::vector<GraphNode> below; // in folders of it
  bool literal = true;
};

Scripts read_scripts(const JournalSources& sources, const std::string& folder) {
  Scripts scripts;
  for (const FileEntry& file : Folders(sources.files.files()).below(folder)) {
    if (!is_script(file.path)) {
      continue;
    }
    scripts.literal = scripts.literal && !file.skip_worktree;
    auto node = read_script(sources, std::string(file.path), scripts.literal);
    if (node) {
      (folder_of(file.path) == folder ? scripts.direct : scripts.below)
          .push_back(std::move(*node));
    }
  }
  return scripts;
}

bool needs_those_below(const Scripts& scripts) {
  std::set<std::string_view> names;
  for (const GraphNode& node : scripts.direct) {
    names.insert(node.name);
  }
  return scripts.direct.empty() ||
         std::any_of(
             scripts.direct.begin(),
             scripts.direct.end(),
             [&](const GraphNode& node) {
               return std::any_of(
                   node.parents.begin(),
                   node.parents.end(),
                   [&](const auto& parent) {
                     return !names.contains(parent.first);
                   });
             });
}

} // namespace

std::string
alembic_folder(const JournalSources& sources, std::string_view path) {
  const std::string_view folder = versions_folder(path);
  const bool found =
      !folder.empty() && is_script(path) &&
      sources.files.find(join_path(folder_of(folder), "env.py")) != nullptr;
  return found ? std::string(folder) : "";
}

std::vector<GraphDrift> find_alembic_drifts(
    const JournalSources& sources, const std::set<std::string>& folders) {
  std::map<std::string, std::vector<GraphNode>> read;
  std::set<std::string> elsewhere;
  for (const std::string& folder : folders) {
    Scripts scripts = read_scripts(sources, folder);
    for (const auto* nodes : {&scripts.direct, &scripts.below}) {
      for (const GraphNode& node : *nodes) {
        elsewhere.insert(node.name);
      }
    }
    if (!scripts.literal) {
      continue;
    }
    if (needs_those_below(scripts)) {
      std::move(
          scripts.below.begin(),
          scripts.below.end(),
          std::back_inserter(scripts.direct));
    }
    read.emplace(folder, std::move(scripts.direct));
  }
  std::vector<GraphDrift> drifts;
  for (auto& [folder, nodes] : read) {
    for (GraphDrift& drift : Graph(std::move(nodes), elsewhere).drifts()) {
      drift.kind = GraphKind::alembic;
      drift.folder = folder;
      drifts.push_back(std::move(drift));
    }
  }
  return drifts;
}

} // namespace migcheck
