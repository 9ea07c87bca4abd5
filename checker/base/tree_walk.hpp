// The files in folders of a commit, met one folder after the other.
#pragma once

#include "config/config.hpp"
#include "io/file_reader.hpp"
#include "io/git_objects.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

// A folder whose files are wanted.
struct WantedFolder {
  std::string path;                // "." is the root
  bool whole = false;              // with all folders in it, and theirs
  std::vector<std::string> inside; // else: with these in it, and all in them
};

// Who takes what a walk meets. Paths are from the root, git's names are bytes.
class TreeVisitor {
 public:
  virtual ~TreeVisitor() = default;

  // A file or a link. Those of one folder come by path.
  virtual void file(std::string path, FileKind kind, std::string_view id) = 0;

  // A folder, by its tree. True when all in it has been taken, so that git need
  // not be asked for it.
  virtual bool folder(const std::string& path, std::string_view id);
};

struct TreePlace {
  std::string commit; // its id
  std::string prefix; // the root's place in the repository: "" or "sub/"
};

// A folder's tree at a commit, as git is asked for it. The path, from the top
// of the repository, may end in a slash; "" is the top.
std::string tree_name(const std::string& commit, std::string folder);

// Folders that are not there have no files. An error: git failed, or the limits
// for files and depth are not kept.
Result<void> walk_trees(
    GitObjects& objects,
    const TreePlace& place,
    const std::vector<WantedFolder>& folders,
    const Limits& limits,
    TreeVisitor& visitor);

} // namespace migcheck
