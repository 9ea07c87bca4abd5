// The files of a few directories at one commit, read from git's object
// database as if they lay on disk.
#pragma once

#include "config/config.hpp"
#include "discover/cached_trees.hpp"
#include "discover/file_list.hpp"
#include "io/digest.hpp"
#include "io/file_reader.hpp"
#include "io/git_objects.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace migcheck {

// A folder whose files are wanted.
struct WantedFolder {
  std::string path;                // "." is the root
  bool whole = false;              // with all folders in it, and theirs
  std::vector<std::string> inside; // else: with these in it, and all in them
};

// A folder's tree at a commit, as git is asked for it. The path, from the top
// of the repository, may end in a slash; "" is the top.
std::string tree_name(const std::string& commit, std::string folder);

// Contents that are known already, by git's names of them.
using KnownContents = std::map<std::array<std::uint8_t, 32>, std::string>;

class CommitFiles final : public FileReader {
 public:
  // `objects` must outlive it.
  explicit CommitFiles(GitObjects& objects) : objects_(&objects) {}

  // Whole folders that the index remembers are not asked for. The index must
  // outlive the listing.
  void know(CachedTrees trees) { trees_ = std::move(trees); }

  // Lists the folders as they are at a commit; those that are not there have
  // no files. `prefix` is the root's place in the repository: "" or "sub/".
  Result<void> list_all(
      const std::string& commit,
      const std::string& prefix,
      const std::vector<WantedFolder>& folders,
      const Limits& limits);

  // By path. They view what this object holds.
  std::span<const FileEntry> files() const { return files_; }

  // Null for what is there and no regular file, and for what is not there.
  const BlobId* blob(std::string_view path) const;

  // The same, and git's name of a link's text.
  const BlobId* id(std::string_view path) const;

  // Reads from `reader` what has one of these names, which takes less time
  // than asking git. Both must outlive this object.
  void know(const FileReader& reader, const KnownContents& paths);

  // Fetches the contents of several files at once.
  Result<std::vector<std::string>>
  contents(const std::vector<std::string>& paths) const;

  using FileReader::read;
  ReadFailure
  read(const ReadRequest& request, FileBuffer& buffer) const override;
  ReadFailure list(
      std::string_view directory,
      std::vector<DirectoryEntry>& entries) const override;
  FileKind kind(std::string_view path) const override;

 private:
  struct Node {
    FileKind kind = FileKind::regular;
    BlobId blob;
  };

  struct Folder {
    std::string path; // from the root, "" is the root itself
    std::string name; // of its tree, for git
    const WantedFolder* wanted = nullptr; // null: all that is in it
  };

  Result<std::vector<Folder>> take(const Folder& folder, const GitObject& tree);
  void take_known(const std::string& folder, const CachedTrees::Tree& tree);
  void sort_files();

  GitObjects* objects_;
  CachedTrees trees_;
  std::map<std::string, Node, std::less<>> nodes_;
  std::vector<FileEntry> files_;
  const FileReader* known_reader_ = nullptr;
  const KnownContents* known_ = nullptr;
  std::size_t id_size_ = 20;
};

} // namespace migcheck
