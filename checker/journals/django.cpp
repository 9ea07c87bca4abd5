#include "discover/folders.hpp"
#include "journals/conflict_mark.hpp"
#include "journals/graphs.hpp"
#include "journals/python_reader.hpp"
#include "model/path_words.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <map>

namespace migcheck {
namespace {

struct Script {
  std::string name; // of the file, without ".py"
  std::string path;
  DjangoMigration migration;
};

std::string_view stem_of(std::string_view path) {
  const std::string_view name = last_part(path);
  return name.substr(0, name.size() - 3);
}

// What Django imports from the folder.
bool is_module(std::string_view path) {
  const std::string_view name = last_part(path);
  return name.ends_with(".py") && name.size() > 3 && name.front() != '_' &&
         name.front() != '~' && name.find('.') == name.size() - 3;
}

// The app's label: most apps are named as their folder is, and the others are
// told by what their migrations depend on. "" where nothing tells.
std::string
label_of(const std::string& folder, const std::vector<Script>& scripts) {
  std::set<std::string_view> names;
  for (const Script& script : scripts) {
    names.insert(script.name);
    for (const PythonPair& pair : script.migration.replaces.pairs) {
      names.insert(pair.second);
    }
  }
  std::map<std::string, std::size_t> fitting;
  for (const Script& script : scripts) {
    for (const PythonPair& pair : script.migration.dependencies.pairs) {
      if (names.contains(pair.second)) {
        ++fitting[pair.first];
      }
    }
  }
  const std::string named(last_part(folder_of(folder)));
  const auto most = std::max_element(
      fitting.begin(), fitting.end(), [](const auto& a, const auto& b) {
        return a.second < b.second;
      });
  if (most == fitting.end()) {
    return "";
  }
  const auto own = fitting.find(named);
  return own != fitting.end() && own->second == most->second ? named
                                                             : most->first;
}

// Squashed migrations stand for those that they replace.
std::map<std::string, std::string>
replacements(const std::vector<Script>& scripts, const std::string& label) {
  std::map<std::string, std::string> by;
  for (const Script& script : scripts) {
    for (const PythonPair& pair : script.migration.replaces.pairs) {
      if (pair.first == label) {
        by.emplace(pair.second, script.name);
      }
    }
  }
  return by;
}

GraphNode node_of(
    const Script& script,
    const std::string& label,
    const std::map<std::string, std::string>& replaced) {
  GraphNode node;
  node.name = script.name;
  node.location = {script.path, script.migration.name};
  for (const PythonPair& pair : script.migration.dependencies.pairs) {
    if (pair.first != label || pair.second.starts_with("__")) {
      continue; // another app's, or `__first__`
    }
    const auto squash = replaced.find(pair.second);
    const std::string& parent =
        squash == replaced.end() ? pair.second : squash->second;
    if (parent != script.name) {
      node.parents.emplace_back(parent, pair.span);
    }
  }
  return node;
}

bool is_literal(const DjangoMigration& migration) {
  return migration.dependencies.literal && migration.replaces.literal &&
         !migration.run_before.assigned;
}

} // namespace

bool may_be_django(std::string_view path) {
  const std::string_view name = last_part(path);
  return name.size() > 8 && name.ends_with(".py") &&
         std::all_of(name.begin(), name.begin() + 4, is_digit) &&
         is_migration_word(last_part(folder_of(path)));
}

DjangoApp
read_django_app(const JournalSources& sources, const std::string& folder) {
  DjangoApp app;
  app.folder = folder;
  std::vector<Script> scripts;
  for (const FileEntry* file :
       Folders(sources.files.files()).folder(folder).files) {
    if (!is_module(file->path)) {
      continue;
    }
    Script script{
        std::string(stem_of(file->path)), std::string(file->path), {}};
    std::string text;
    if (file->skip_worktree ||
        fetch_text(sources, script.path, text) == Fetched::failed) {
      app.literal = false;
      continue;
    }
    script.migration = read_django_migration(text);
    if (script.migration.is_migration) {
      app.names.insert(script.name);
      app.literal = app.literal && is_literal(script.migration);
      scripts.push_back(std::move(script));
    }
  }
  const std::string label = label_of(folder, scripts);
  app.literal = app.literal && (!label.empty() || scripts.size() == 1);
  const auto replaced = replacements(scripts, label);
  for (const auto& [name, by] : replaced) {
    app.names.insert(name);
  }
  for (const Script& script : scripts) {
    if (!replaced.contains(script.name)) {
      app.nodes.push_back(node_of(script, label, replaced));
    }
  }
  return app;
}

std::vector<GraphDrift> find_django_drifts(const DjangoApp& app) {
  if (!app.literal) {
    return {};
  }
  static const std::set<std::string> elsewhere;
  std::vector<GraphDrift> drifts = Graph(app.nodes, elsewhere).drifts();
  for (GraphDrift& drift : drifts) {
    drift.kind = GraphKind::django;
    drift.folder = app.folder;
  }
  return drifts;
}

std::optional<MaxDrift> find_max_drift(
    const JournalSources& sources,
    const std::string& path,
    const DjangoApp& app) {
  std::string text;
  if (fetch_text(sources, path, text) != Fetched::yes) {
    return std::nullopt;
  }
  MaxDrift drift;
  drift.path = path;
  drift.folder = app.folder;
  if (const auto mark = find_conflict(text)) {
    drift.change = MaxChange::conflict;
    drift.place = mark->span;
    return drift;
  }
  const std::string_view content = trim(text);
  if (content.empty() || content.find('\n') != content.npos) {
    drift.change = content.empty() ? MaxChange::empty : MaxChange::lines;
    return drift;
  }
  static const std::set<std::string> elsewhere;
  const Graph graph(app.nodes, elsewhere);
  const auto heads = graph.heads();
  if (heads.size() == 1 && app.literal) {
    drift.last = heads.front()->name;
  }
  drift.name = content;
  const auto begin = static_cast<std::uint32_t>(content.data() - text.data());
  drift.place = {begin, begin + static_cast<std::uint32_t>(content.size())};
  drift.change = MaxChange::passed;
  if (!app.names.contains(drift.name)) {
    const bool there =
        sources.reader.kind(join_path(app.folder, drift.name + ".py")) !=
        FileKind::unknown;
    drift.change = MaxChange::unknown;
    return there ? std::nullopt : std::optional(std::move(drift));
  }
  return drift.last.empty() || drift.last == drift.name
             ? std::nullopt
             : std::optional(std::move(drift));
}

} // namespace migcheck
