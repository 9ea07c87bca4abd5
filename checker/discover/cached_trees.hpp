// What git's index remembers of trees: whose content is just what it holds
// itself. Then nobody needs to ask git for them.
#pragma once

#include "discover/git_index.hpp"
#include "io/digest.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace migcheck {

class CachedTrees {
 public:
  // Knows nothing.
  CachedTrees() = default;

  // Reads the index's extension TREE. Damaged, it is as if there were none. The
  // index must outlive this object.
  CachedTrees(const GitIndex& index, GitHash hash);

  struct Tree {
    std::span<const GitIndexEntry> entries; // with all folders in it
    std::size_t prefix = 0; // so long is what their paths begin with
  };

  // By git's name of the tree, as bytes. No entries: it is not known.
  Tree find(std::string_view id) const;

 private:
  struct Known {
    std::string path; // from the top, "" is the top
    std::size_t count = 0;
  };

  const GitIndex* index_ = nullptr;
  std::unordered_map<std::string_view, Known> trees_;
};

} // namespace migcheck
