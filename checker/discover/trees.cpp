#include "discover/trees.hpp"

#include "model/path_words.hpp"

#include <algorithm>
#include <set>

namespace migcheck {
namespace {

// Adds the versions of a folder's migrations; false when one was there.
bool add_versions(
    const Folder& folder,
    const Evidence& evidence,
    std::set<std::string>& all) {
  const Layout& runner = layout(evidence.layout);
  std::set<std::string> own; // a repeat inside one folder is no collision
  for (const FileEntry* file : folder.files) {
    const std::string_view name = last_part(file->path);
    if (!is_sql_name(name)) {
      continue;
    }
    const ParsedName parsed = runner.parse(name);
    if (parsed.verdict == NameVerdict::migration && !parsed.version.empty() &&
        parsed.kind == MigrationKind::versioned &&
        parsed.direction != Direction::down) {
      own.insert(parsed.version);
    }
  }
  const bool fresh =
      std::none_of(own.begin(), own.end(), [&](const std::string& version) {
        return all.contains(version);
      });
  all.merge(own);
  return fresh;
}

bool versions_differ(
    const std::vector<std::string>& paths,
    const Evidence& evidence,
    const Folders& folders) {
  std::set<std::string> all;
  return std::all_of(paths.begin(), paths.end(), [&](const std::string& path) {
    return add_versions(folders.folder(path), evidence, all);
  });
}

bool is_numbers(const Evidence& evidence) {
  return evidence.prefix.empty() && (evidence.layout == LayoutId::numbered ||
                                     evidence.layout == LayoutId::timestamped);
}

void move_into(
    Tree& tree, Judged& judged, const std::string& path, std::string before) {
  tree.members.push_back({path, std::move(before)});
  judged.erase(path);
}

// All release folders of a parent with at least one migration: one alone is
// too little for a folder that is judged by itself.
std::vector<std::string> release_folders(
    const std::string& parent,
    const Evidence& evidence,
    const Folders& folders) {
  std::vector<std::string> paths;
  for (const std::string_view name : folders.folder(parent).subfolders) {
    std::string path = join_path(parent, name);
    if (is_version_folder(name) &&
        count_fitting(folders.folder(path), layout(evidence.layout), "") > 0) {
      paths.push_back(std::move(path));
    }
  }
  return paths;
}

// Folders named like releases below one parent that has no migrations itself.
void take_release_folders(
    Judged& judged,
    const Folders& folders,
    std::map<std::string, Tree>& trees) {
  std::map<std::string, std::vector<std::string>> by_parent;
  for (const auto& [path, evidence] : judged) {
    if (path != "." && is_numbers(evidence) &&
        is_version_folder(last_part(path))) {
      by_parent[std::string(folder_of(path))].push_back(path);
    }
  }
  for (auto& [parent, paths] : by_parent) {
    if (judged.contains(parent)) {
      continue;
    }
    Tree tree{.evidence = judged.at(paths.front()), .members = {}};
    paths = release_folders(parent, tree.evidence, folders);
    if (paths.size() < 2) {
      continue;
    }
    tree.evidence.reason = "a folder of numbered files for each release";
    const bool differ = versions_differ(paths, tree.evidence, folders);
    for (const std::string& path : paths) {
      move_into(
          tree,
          judged,
          path,
          differ ? "" : std::string(release_of(last_part(path))));
    }
    trees.emplace(parent, std::move(tree));
  }
}

// Where Flyway's location of this folder begins: the outermost folder that has
// migrations itself or is named for them, no dialect in between.
std::string location_of(const std::string& path, const Judged& judged) {
  std::string location = path;
  std::string_view at = path;
  while (at != "." && !dialect_of_path(last_part(at)) &&
         !is_archive(last_part(at))) {
    at = folder_of(at);
    const auto found = judged.find(std::string(at));
    const bool flyway =
        found != judged.end() && found->second.layout == LayoutId::flyway;
    if (flyway || is_migration_word(last_part(at))) {
      location = at;
    }
  }
  return location;
}

// All folders of a location with at least one migration.
std::vector<std::string> location_folders(
    const std::string& location, const Judged& judged, const Folders& folders) {
  std::vector<std::string> paths;
  std::string_view last;
  for (const FileEntry& file : folders.below(location)) {
    const std::string_view folder = folder_of(file.path);
    if (folder == last || !is_sql_name(last_part(file.path))) {
      continue;
    }
    last = folder;
    const bool member =
        judged.contains(std::string(folder)) ||
        (foreign_part(folder).empty() && other_sql(last_part(folder)).empty());
    if (member && location_of(std::string(folder), judged) == location &&
        count_fitting(folders.folder(folder), layout(LayoutId::flyway), "") >
            0) {
      paths.emplace_back(folder);
    }
  }
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  return paths;
}

void take_locations(
    Judged& judged,
    const Folders& folders,
    std::map<std::string, Tree>& trees) {
  std::map<std::string, std::vector<std::string>> by_location;
  for (const auto& [path, evidence] : judged) {
    if (evidence.layout == LayoutId::flyway) {
      by_location[location_of(path, judged)].push_back(path);
    }
  }
  for (auto& [location, paths] : by_location) {
    const Evidence evidence = judged.at(paths.front());
    paths = location_folders(location, judged, folders);
    if (paths.size() < 2) {
      continue;
    }
    Tree tree{.evidence = evidence, .members = {}};
    // Locations of several schemas or tenants use the same numbers.
    if (!versions_differ(paths, tree.evidence, folders)) {
      continue;
    }
    for (const std::string& path : paths) {
      move_into(tree, judged, path, "");
    }
    trees.emplace(location, std::move(tree));
  }
}

} // namespace

std::map<std::string, Tree> take_trees(Judged& judged, const Folders& folders) {
  std::map<std::string, Tree> trees;
  take_release_folders(judged, folders, trees);
  take_locations(judged, folders, trees);
  return trees;
}

} // namespace migcheck
