// The files of a few directories at one commit, read from git's object
// database as if they lay on disk.
#pragma once

#include "base/tree_walk.hpp"
#include "config/config.hpp"
#include "discover/file_list.hpp"
#include "io/digest.hpp"
#include "io/file_reader.hpp"
#include "io/git_objects.hpp"
#include "model/project.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace migcheck {

// A file or a link at a commit.
struct CommitFile {
  FileKind kind = FileKind::regular;
  BlobId blob;
};

// Which contents a project has in its migrations, by git's names of them.
class KnownContents {
 public:
  // The project must outlive it. Nothing is done before the first question.
  explicit KnownContents(const Project& project) : project_(&project) {}

  // The path of a migration with this content; "" = there is none.
  std::string_view path_of(const BlobId& blob);

 private:
  void note_all();

  const Project* project_;
  std::vector<std::pair<std::uint64_t, const Migration*>>
      by_head_; // of a name, its first bytes; once they are asked for
};

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
  void know(const FileReader& reader, KnownContents& contents);

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
  KnownContents* known_ = nullptr;
  std::size_t id_size_ = 20;
};

} // namespace migcheck
