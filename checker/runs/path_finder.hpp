// Which migration directory a path of a script or container means.
#pragma once

#include "discover/file_list.hpp"
#include "model/migration.hpp"
#include "runs/file_set.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace migcheck::runs {

// Where the paths of one file begin.
struct PathOrigin {
  std::string folder; // of the file, root-relative; "" = the root
  // Scripts are started from their own folder, from the root, or from one
  // between: the nearest that fits is meant. False: from `folder` alone.
  bool climbs = true;
};

struct FoundPath {
  const MigrationDirectory* directory = nullptr;
  std::string rest; // below the directory: a name or a glob; "" = itself
};

// Directories and file list must outlive it.
class PathFinder {
 public:
  PathFinder(
      const std::vector<MigrationDirectory>& directories,
      const FileList& files);

  // Nothing for a path that means no directory, or more than one. An unknown
  // part, and a container's path that no mount explains, stand for any
  // folders: then no other folder of the project may fit either.
  std::optional<FoundPath> find(
      std::string_view path,
      const PathOrigin& origin,
      const std::vector<Mount>& mounts) const;

  // The migration that is this file below the directory; null: none.
  const Migration*
  migration(const MigrationDirectory& directory, std::string_view name) const;

  // False when the names of a directory may be held against no further glob:
  // scripts of one project had more than enough.
  bool may_match(const MigrationDirectory& directory) const;

  // `path` as a directory itself: its path below the root.
  std::optional<std::string>
  host_path(std::string_view path, const std::vector<Mount>& mounts) const;

 private:
  std::optional<FoundPath> exact(const std::string& path) const;
  std::optional<FoundPath> by_tail(std::string_view path) const;
  std::optional<FoundPath>
  relative(std::string_view path, const PathOrigin& origin) const;
  bool is_only_folder(std::string_view tail) const;
  const std::vector<std::string_view>& folders() const;

  // Directories that end in the same names.
  struct Tail {
    const MigrationDirectory* first = nullptr;
    std::size_t count = 0;
  };

  const std::vector<MigrationDirectory>& directories_;
  const FileList& files_;
  // By path; "" is the root.
  std::unordered_map<std::string_view, const MigrationDirectory*> by_path_;
  std::unordered_map<std::string_view, Tail> tails_;
  std::size_t longest_ = 0; // path of a directory
  // Made when first asked for.
  mutable std::vector<std::string_view> folders_;
  mutable std::unordered_map<std::string, bool> only_folders_; // by tail
  mutable std::unordered_map<std::string_view, const Migration*> migrations_;
  mutable std::size_t names_left_ = 20u << 20; // for globs
};

} // namespace migcheck::runs
