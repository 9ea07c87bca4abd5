// All files of a commit. What is as it is in git's index is taken from there.
#pragma once

#include "base/tree_walk.hpp"
#include "discover/cached_trees.hpp"
#include "discover/git_index.hpp"
#include "io/digest.hpp"
#include "stored/stored_file.hpp"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

// The files view the listing and the index: both must outlive them.
class CommitListing final : public TreeVisitor {
 public:
  // Without an index (null) every tree is asked for. `prefix` is the root's
  // place in the repository: "" or "sub/".
  CommitListing(const GitIndex* index, GitHash hash, std::string prefix);

  void file(std::string path, FileKind kind, std::string_view id) override;
  bool folder(const std::string& path, std::string_view id) override;

  // By path; those that the index has too with its entry. To be called once,
  // after the walk.
  std::vector<StoredFile> take();

 private:
  struct Named {
    std::string path;
    std::string id;
  };

  void note_entries();

  const GitIndex* index_;
  std::size_t id_size_;
  std::string prefix_;
  CachedTrees trees_;
  std::deque<Named> named_; // what the index does not have in one piece
  std::vector<StoredFile> files_;
};

} // namespace migcheck
