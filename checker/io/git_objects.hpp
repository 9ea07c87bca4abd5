// git's object database, read only: commits, trees and blobs by their names.
#pragma once

#include "diagnostic/error.hpp"
#include "io/git_repository.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

enum class GitObjectKind : std::uint8_t {
  missing, // not there, or not unambiguous
  blob,
  tree,
  commit,
  tag
};

struct GitObject {
  GitObjectKind kind = GitObjectKind::missing;
  std::string id; // in hexadecimal; "" when missing
  std::string bytes;
};

// The same without its bytes.
struct GitObjectSize {
  GitObjectKind kind = GitObjectKind::missing;
  std::uint64_t bytes = 0;
  std::string id; // in hexadecimal; "" when missing
};

// A branch or a tag.
struct GitRef {
  std::string name;      // "refs/remotes/origin/main"
  std::string commit;    // its id; of an annotated tag what it stands for
  std::string upstream;  // "refs/remotes/origin/main"; "" = none
  bool symbolic = false; // it names another ref
  bool current = false;  // it is checked out
};

// One of two: the real database, and one in memory for tests. What it keeps
// from being read is an error; what is not there is none.
class GitObjects {
 public:
  virtual ~GitObjects() = default;

  // The objects that names stand for, in the same order: `<id>`, `<id>:path`,
  // `<id>^{tree}`, `origin/main^{commit}`. Git is asked line by line: a name
  // with a line end is taken for missing.
  virtual Result<std::vector<GitObject>>
  read(const std::vector<std::string>& names) = 0;

  // What they are, and how large, without reading them.
  virtual Result<std::vector<GitObjectSize>>
  sizes(const std::vector<std::string>& names) = 0;

  // The best common ancestor of two commits, given by their ids; "" when they
  // have none, as far as the history is there.
  virtual Result<std::string>
  merge_base(const std::string& one, const std::string& other) = 0;

  // The refs whose names begin so, by name: "refs/tags/".
  virtual Result<std::vector<GitRef>> refs(const std::string& below) = 0;
};

// Opens the object database of a repository.
using OpenObjects =
    std::function<std::unique_ptr<GitObjects>(const GitRepository&)>;

// Gives the same database, opened once, to all who ask for one repository.
// Those that it gave must not be used at the same time.
OpenObjects open_once(OpenObjects open);

// True for what can only be the name of one commit: `origin/main`, `v1.2`,
// `HEAD~3`, an id. No option, no range, no path, no search.
bool is_plain_ref(std::string_view name);

// One entry of a tree.
struct GitTreeEntry {
  std::string_view name; // bytes, without a slash
  std::string_view id;   // not in hexadecimal: 20 or 32 bytes
  bool directory = false;
  bool regular = false;
  bool link = false; // none of the three: a submodule
};

// Reads the bytes of a tree, whose ids have so many bytes. They must outlive
// the result. Nothing for a damaged one.
Result<std::vector<GitTreeEntry>>
parse_tree(std::string_view bytes, std::size_t id_size);

// The parents that a commit's bytes name, in hexadecimal. At most 16.
std::vector<std::string> commit_parents(std::string_view bytes);

// The database of a repository on disk, read by git's own program: without a
// shell, without anything of the environment, with no configuration of the
// repository that could run a program, fetch or ask. `path_variable` is PATH;
// entries that are not absolute or lie in the work tree are passed over.
// Nothing is started before the first call.
std::unique_ptr<GitObjects> git_objects_on_disk(
    const GitRepository& repository, const std::string& path_variable);

} // namespace migcheck
