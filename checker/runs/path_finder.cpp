#include "runs/path_finder.hpp"

#include "lists/paths.hpp"

#include <algorithm>

namespace migcheck::runs {
namespace {

// The folders of a path, up to the first wildcard or unknown part behind
// `from`.
std::string_view plain_folder(std::string_view path) {
  const std::size_t wild = path.find_first_of("*?[{\1");
  if (wild == std::string_view::npos) {
    return path;
  }
  const std::size_t slash = path.rfind('/', wild);
  return slash == std::string_view::npos ? std::string_view()
                                         : path.substr(0, slash);
}

std::string_view without_slash(std::string_view path) {
  while (path.ends_with('/')) {
    path.remove_suffix(1);
  }
  return path;
}

} // namespace

PathFinder::PathFinder(
    const std::vector<MigrationDirectory>& directories, const FileList& files)
    : directories_(directories), files_(files) {
  for (const MigrationDirectory& directory : directories) {
    const std::string_view path = directory.path;
    longest_ = std::max(longest_, path.size());
    by_path_.emplace(path == "." ? std::string_view() : path, &directory);
    for (std::size_t at = 0; at < path.size();) {
      Tail& tail = tails_[path.substr(at)];
      tail.first = tail.count == 0 ? &directory : tail.first;
      ++tail.count;
      at = std::min(path.find('/', at), path.size() - 1) + 1;
    }
  }
}

std::optional<FoundPath> PathFinder::find(
    std::string_view path,
    const PathOrigin& origin,
    const std::vector<Mount>& mounts) const {
  if (path.starts_with('/')) {
    const auto mounted = host_path(path, mounts);
    if (mounted && !mounted->starts_with('/')) {
      return relative(*mounted, origin);
    }
    return by_tail(path.substr(1));
  }
  if (path.starts_with(root_part)) {
    return exact(lists::join_path("", path.substr(1)));
  }
  if (path.starts_with(unknown_part)) {
    path.remove_prefix(1);
    const bool folder = path.starts_with('/');
    if (!folder) {
      return std::nullopt;
    }
    path.remove_prefix(1);
    if (path.starts_with("..")) {
      if (auto found = relative(path, {origin.folder, false})) {
        return found;
      }
      while (path.starts_with("../")) {
        path.remove_prefix(3);
      }
    }
    return by_tail(path);
  }
  return relative(path, origin);
}

std::optional<std::string> PathFinder::host_path(
    std::string_view path, const std::vector<Mount>& mounts) const {
  const Mount* best = nullptr;
  for (const Mount& mount : mounts) {
    const std::string_view target = without_slash(mount.target);
    const bool covers = path == target || (path.starts_with(target) &&
                                           path.size() > target.size() &&
                                           path[target.size()] == '/');
    if (covers && (best == nullptr ||
                   target.size() > without_slash(best->target).size())) {
      best = &mount;
    }
  }
  if (best == nullptr) {
    return std::nullopt;
  }
  const std::string_view rest = path.substr(without_slash(best->target).size());
  return std::string(without_slash(best->source)) + std::string(rest);
}

std::optional<FoundPath>
PathFinder::relative(std::string_view path, const PathOrigin& origin) const {
  std::string_view folder = origin.folder;
  while (true) {
    if (auto found = exact(lists::join_path(folder, path))) {
      return found;
    }
    if (!origin.climbs || folder.empty()) {
      return std::nullopt;
    }
    folder = parent_folder(folder);
  }
}

// The longest folder of the path that is a migration directory.
std::optional<FoundPath> PathFinder::exact(const std::string& path) const {
  std::string_view folder = without_slash(plain_folder(path));
  while (true) {
    const auto found =
        folder.size() > longest_ ? by_path_.end() : by_path_.find(folder);
    if (found != by_path_.end()) {
      const std::size_t from = folder.empty() ? 0 : folder.size() + 1;
      return FoundPath{
          found->second,
          from < path.size() ? path.substr(from) : std::string()};
    }
    if (folder.empty()) {
      return std::nullopt;
    }
    folder = parent_folder(folder);
  }
}

std::optional<FoundPath> PathFinder::by_tail(std::string_view path) const {
  const std::string plain = lists::join_path("", path);
  std::string_view tail = without_slash(plain_folder(plain));
  for (; !tail.empty(); tail = parent_folder(tail)) {
    const auto found =
        tail.size() > longest_ ? tails_.end() : tails_.find(tail);
    if (found == tails_.end()) {
      continue;
    }
    if (found->second.count > 1 || !is_only_folder(tail)) {
      return std::nullopt;
    }
    return FoundPath{
        found->second.first,
        tail.size() < plain.size() ? plain.substr(tail.size() + 1)
                                   : std::string()};
  }
  return std::nullopt;
}

// No two folders of the project end in these names.
bool PathFinder::is_only_folder(std::string_view tail) const {
  const auto [known, added] = only_folders_.emplace(tail, false);
  if (added) {
    const std::vector<std::string_view>& all = folders();
    known->second =
        std::count_if(all.begin(), all.end(), [&](std::string_view folder) {
          return lists::ends_in_path(folder, tail);
        }) <= 1;
  }
  return known->second;
}

bool PathFinder::may_match(const MigrationDirectory& directory) const {
  const std::size_t names = directory.migrations.size();
  const bool enough = names <= names_left_;
  names_left_ -= enough ? names : 0;
  return enough;
}

const Migration* PathFinder::migration(
    const MigrationDirectory& directory, std::string_view name) const {
  if (migrations_.empty()) {
    for (const MigrationDirectory& each : directories_) {
      for (const Migration& migration : each.migrations) {
        migrations_.emplace(migration.path, &migration);
      }
    }
  }
  std::string path = directory.path == "." ? "" : directory.path + '/';
  path += name;
  const auto found = migrations_.find(path);
  return found == migrations_.end() ? nullptr : found->second;
}

// All folders that files lie below; neighbours share theirs.
const std::vector<std::string_view>& PathFinder::folders() const {
  if (!folders_.empty()) {
    return folders_;
  }
  std::string_view last;
  for (const FileEntry& file : files_.files()) {
    const std::string_view folder = parent_folder(file.path);
    if (folder != last) {
      last = folder;
      for (std::string_view part = folder; !part.empty();
           part = parent_folder(part)) {
        folders_.push_back(part);
      }
    }
  }
  std::sort(folders_.begin(), folders_.end());
  folders_.erase(std::unique(folders_.begin(), folders_.end()), folders_.end());
  return folders_;
}

} // namespace migcheck::runs
