#include "base/wanted_folders.hpp"

#include "model/version_scheme.hpp"
#include "text/path_parts.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace migcheck {
namespace {

// A folder of folders by release: their names are versions, which only
// detection reads.
bool is_of_releases(const MigrationDirectory& directory) {
  const Layout& runner = layout(directory.layout);
  const bool below = std::any_of(
      directory.migrations.begin(),
      directory.migrations.end(),
      [](const Migration& migration) {
        return migration.entry.find('/') != std::string::npos;
      });
  return !directory.manifests.empty() ||
         (below && !runner.recursive && !runner.folders &&
          directory.layout != LayoutId::sqitch);
}

std::string first_part(std::string_view path) {
  return std::string(path.substr(0, path.find('/')));
}

// Of the root only those folders that hold migrations now.
std::vector<std::string> folders_inside(const MigrationDirectory& directory) {
  std::set<std::string> names;
  for (const auto* group : {&directory.migrations, &directory.retired}) {
    for (const Migration& migration : *group) {
      if (migration.path.find('/') != std::string::npos) {
        names.insert(first_part(migration.path));
      }
    }
  }
  return {names.begin(), names.end()};
}

std::string folder_of(std::string_view path) {
  const std::string_view folder = parent_folder(path);
  return folder.empty() ? "." : std::string(folder);
}

} // namespace

bool is_compared(const MigrationDirectory& directory) {
  return !directory.archived && !is_extension(directory);
}

std::vector<WantedFolder> wanted_folders(const Project& project) {
  std::map<std::string, WantedFolder> folders;
  const auto want = [&](const std::string& path) -> WantedFolder& {
    WantedFolder& wanted = folders[path];
    wanted.path = path;
    return wanted;
  };
  for (const MigrationDirectory& directory : project.directories) {
    if (!is_compared(directory)) {
      continue;
    }
    WantedFolder& wanted = want(directory.path);
    wanted.whole = directory.path != ".";
    if (!wanted.whole) {
      wanted.inside = folders_inside(directory);
    }
    want(folder_of(directory.lock_path));
    for (const Migration& migration : directory.code) {
      want(folder_of(migration.path));
    }
  }
  // What lies in a folder that is wanted as a whole is there already.
  std::vector<WantedFolder> all;
  for (auto& [path, wanted] : folders) {
    const bool inside = !all.empty() && all.back().whole &&
                        path.starts_with(all.back().path + "/");
    if (!inside) {
      all.push_back(std::move(wanted));
    }
  }
  return all;
}

Config config_of(const Project& project) {
  Config config;
  config.detect = false;
  for (const MigrationDirectory& directory : project.directories) {
    DirectoryConfig& made = config.directories.emplace_back();
    made.path = directory.path;
    made.dialect = directory.dialect;
    if (!is_of_releases(directory)) {
      made.layout = directory.layout;
    }
  }
  return config;
}

Config config_there(const Config& here, const CommitFiles& files) {
  Config there;
  there.detect = false;
  for (const DirectoryConfig& directory : here.directories) {
    const std::string& path = directory.path;
    if (!directory.layout) {
      there.detect = true;
    } else if (files.kind(path == "." ? "" : path) == FileKind::directory) {
      there.directories.push_back(directory);
    }
  }
  return there;
}

} // namespace migcheck
