// Where git keeps its own files of a project. They may lie above or outside of
// the root: these are the only ones there that a reader opens.
#pragma once

#include <cstdint>
#include <string>

namespace migcheck {

// What the environment says, "" = nothing. They are heeded only where they
// speak of the repository that the root lies in.
struct GitVariables {
  std::string git_dir;    // GIT_DIR
  std::string index_file; // GIT_INDEX_FILE

  // Whether the root itself may be a repository that has no work tree.
  bool bare_too = false;
};

struct GitRepository {
  bool found = false;

  // Why a `.git` file is not followed; foreign parts are printable.
  std::string problem;

  // Something could not be looked at: what was found may not be all.
  bool uncertain = false;

  // The root's place in the work tree: "" at its top, else "sub/dir/".
  std::string prefix;

  // For the reader that found it.
  std::string top;        // of the work tree
  std::string git_dir;    // of this work tree
  std::string common_dir; // of all work trees
  std::string index_file;

  bool operator==(const GitRepository&) const = default;
};

enum class GitFile : std::uint8_t {
  index,
  shared_index, // named by its hash in hexadecimal
  config,
  exclude,    // info/exclude
  attributes, // info/attributes
  shallow,    // where a shallow history ends
  work_tree   // a path below the top of the work tree: .gitignore above the
              // root and the like
};

} // namespace migcheck
