// The files of a few directories at one commit, read from git's object
// database as if they lay on disk.
#pragma once

#include "base/tree_walk.hpp"
#include "config/config.hpp"
#include "discover/file_list.hpp"
#include "io/digest.hpp"
#include "io/file_reader.hpp"
#include "io/git_objects.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

// A file or a link at a commit.
struct CommitFile {
  FileKind kind = FileKind::regular;
  BlobId blob;
};

// Contents that are known already, by git's names of them.
using KnownContents = std::map<std::array<std::uint8_t, 32>, std::string>;

class CommitFiles final : public FileReader {
 public:
  // `objects` must outlive it.
  explicit CommitFiles(GitObjects& objects) : objects_(&objects) {}

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
  void sort_files();

  GitObjects* objects_;
  std::map<std::string, CommitFile, std::less<>> nodes_;
  std::vector<FileEntry> files_;
  const FileReader* known_reader_ = nullptr;
  const KnownContents* known_ = nullptr;
  std::size_t id_size_ = 20;
};

} // namespace migcheck
