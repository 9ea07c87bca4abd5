#include "runs/resolve.hpp"

#include "lists/paths.hpp"
#include "text/glob.hpp"

#include <algorithm>

namespace migcheck::runs {
namespace {

std::string_view below(const Migration& migration, std::string_view folder) {
  std::string_view path = migration.path;
  if (folder != ".") {
    path.remove_prefix(std::min(path.size(), folder.size() + 1));
  }
  return path;
}

// The migrations whose files a pattern below the directory names, by name.
std::vector<const Migration*> select(
    const MigrationDirectory& directory,
    const std::string& pattern,
    const PathFinder& finder) {
  std::vector<const Migration*> files;
  if (!has_wildcard(pattern)) {
    if (const Migration* only = finder.migration(directory, pattern)) {
      files.push_back(only);
    }
    return files;
  }
  for (const Migration& migration : directory.migrations) {
    const std::string_view name = below(migration, directory.path);
    if (glob_match(pattern, name)) {
      files.push_back(&migration);
    }
  }
  std::sort(
      files.begin(), files.end(), [](const Migration* a, const Migration* b) {
        return a->path < b->path;
      });
  return files;
}

RunnerUse made(const NamedUse& use, const std::string& path) {
  RunnerUse made;
  made.path = path;
  made.span = use.place;
  made.names = use.files.place;
  made.tool = use.tool;
  made.runner = use.runner;
  made.order = use.files.order;
  made.whole = use.whole;
  return made;
}

// Neighbours usually lie in one folder: it is looked for once.
class FolderMemory {
 public:
  FolderMemory(
      const PathFinder& finder,
      const PathOrigin& origin,
      const std::vector<Mount>& mounts)
      : finder_(finder), origin_(origin), mounts_(mounts) {}

  std::optional<FoundPath> find(std::string_view path) {
    const std::string_view folder = parent_folder(path);
    const std::string_view name = last_part(path);
    if (known_ && folder == folder_ && !has_wildcard(name)) {
      return FoundPath{known_, std::string(name)};
    }
    auto found = finder_.find(path, origin_, mounts_);
    folder_ = folder;
    known_ = found && found->rest == name ? found->directory : nullptr;
    return found;
  }

 private:
  const PathFinder& finder_;
  const PathOrigin& origin_;
  const std::vector<Mount>& mounts_;
  std::string_view folder_;
  const MigrationDirectory* known_ = nullptr; // that `folder_` is
};

// Plain SQL: what lies in a migration directory must lie in one.
void resolve_files(
    const NamedUse& use,
    const std::string& path,
    const PathOrigin& origin,
    const PathFinder& finder,
    std::vector<RunnerUse>& out) {
  RunnerUse found = made(use, path);
  FolderMemory memory(finder, origin, use.mounts);
  for (const std::string& pattern : use.files.patterns) {
    const auto place = memory.find(pattern);
    if (!place) {
      continue; // a file that is no migration
    }
    if (found.directory != nullptr && found.directory != place->directory) {
      return;
    }
    found.directory = place->directory;
    if (place->rest.find(unknown_part) != std::string::npos) {
      continue; // some file of it: nobody knows which
    }
    if (has_wildcard(place->rest) && !finder.may_match(*place->directory)) {
      return;
    }
    const auto some = select(*place->directory, place->rest, finder);
    found.files.insert(found.files.end(), some.begin(), some.end());
  }
  if (use.files.cut) {
    found.order = FileOrder::unknown;
  }
  if (!found.files.empty()) {
    out.push_back(std::move(found));
  }
}

} // namespace

void resolve_uses(
    const std::vector<NamedUse>& uses,
    const std::string& path,
    const PathOrigin& origin,
    const PathFinder& finder,
    std::vector<RunnerUse>& out) {
  for (const NamedUse& use : uses) {
    if (use.files.patterns.empty()) {
      continue;
    }
    if (!use.runner) {
      resolve_files(use, path, origin, finder, out);
      continue;
    }
    const auto place =
        finder.find(use.files.patterns.front(), origin, use.mounts);
    if (place && place->rest.empty()) {
      RunnerUse found = made(use, path);
      found.directory = place->directory;
      out.push_back(std::move(found));
    }
  }
}

} // namespace migcheck::runs
