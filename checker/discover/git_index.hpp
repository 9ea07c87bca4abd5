// git's index file (`.git/index`), versions 2 to 4: the tracked files. Nothing
// in it is trusted; every offset is checked.
#pragma once

#include "io/digest.hpp"
#include "io/file_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

struct GitIndexEntry {
  std::string_view path;     // from the top of the work tree
  const char* raw = nullptr; // the entry's bytes: see index_file.hpp
  std::uint32_t size = 0;
  std::uint16_t mode = 0; // 0100644, 0120000 (link), 0160000 (submodule),
                          // 0040000 (a sparse directory)
  std::uint8_t stage = 0; // not 0: one side of a conflict
  bool skip_worktree : 1 = false;
  bool intent_to_add : 1 = false; // named, its content is not in it yet

  // A file that the entry stands for, or nothing: a submodule, a folder.
  std::optional<FileKind> file_kind() const;
};

enum class GitIndexFailure : std::uint8_t {
  none,
  unsupported, // a version or a mandatory extension that is not known
  damaged
};

// A parsed index. Paths are views into the bytes it was parsed from or, where
// those hold them in pieces, into storage of its own.
class GitIndex {
 public:
  // `bytes` must outlive the index and stay where they are.
  GitIndex(std::string_view bytes, GitHash hash);

  GitIndexFailure failure() const { return failure_; }

  // What is wrong, as the end of a sentence: "ends within an entry".
  const std::string& reason() const { return reason_; }

  // By path bytes, then stage; empty after a failure.
  const std::vector<GitIndexEntry>& entries() const { return entries_; }

  // The hash in hexadecimal that names the shared index which this one
  // changes; "" when it is whole.
  const std::string& shared_name() const { return shared_name_; }

  // The bytes of the extension that names trees: see cached_trees.hpp.
  std::string_view cached_trees() const { return cached_trees_; }

  // Applies the changes of a split index to the entries of the shared one.
  // The shared index and its bytes must outlive this one.
  void merge(const GitIndex& shared);

  // Gives the memory of the entries back. What views of their paths need
  // stays.
  void forget_entries();

 private:
  friend class GitIndexParser;

  void fail(GitIndexFailure failure, std::string reason);

  // Takes the extension that makes this a split index; false: it is damaged.
  bool read_link(std::string_view data, std::size_t hash_size);

  std::vector<GitIndexEntry> entries_;
  std::vector<std::unique_ptr<char[]>> storage_;
  std::string shared_name_;
  std::string_view cached_trees_;
  std::string_view deleted_;  // a bitmap over the shared entries
  std::string_view replaced_; // another one
  std::string reason_;
  GitIndexFailure failure_ = GitIndexFailure::none;
};

// True when the checksum at the end is right, or left out (all zeroes).
bool has_right_checksum(std::string_view index, GitHash hash);

// The hash that a repository's `config` names.
GitHash object_format(std::string_view config);

} // namespace migcheck
