// The files of a project as git has them, in its index or in a commit,
// whatever lies on disk.
#pragma once

#include "discover/index_file.hpp"
#include "io/file_reader.hpp"
#include "io/git_objects.hpp"
#include "stored/commit_listing.hpp"
#include "stored/converted_paths.hpp"
#include "stored/git_contents.hpp"
#include "stored/stored_file.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

// The files by path, and all that they view.
struct StoredContent {
  std::vector<StoredFile> files;

  // The .gitattributes between the top of the work tree and the root: git's
  // names of them, as bytes, by path from the top.
  std::map<std::string, std::string> above;
  GitHash hash = GitHash::sha1;
  std::shared_ptr<const IndexFile> index;
  std::unique_ptr<CommitListing> listing;
};

// Contents come from the disk where the file there is the one that git has: it
// has the times, size and number that the index notes, and nothing converts
// it; or else its content has git's name. Everything else is asked from git.
class StoredFiles final : public FileReader {
 public:
  struct Sources {
    std::unique_ptr<FileReader> disk;
    std::unique_ptr<GitObjects> objects;
    GitRepository repository;
  };

  StoredFiles(Sources sources, StoredContent content);

  using FileReader::read;
  ReadFailure
  read(const ReadRequest& request, FileBuffer& buffer) const override;
  ReadFailure read_pieces(
      const ReadRequest& request,
      const std::function<bool(std::string_view)>& visit) const override;
  FileStamp stamp(std::string_view path, OpenDirectory& nearby) const override;
  std::optional<BlobId>
  content_id(std::string_view path, OpenDirectory& nearby) const override;
  ReadFailure list(
      std::string_view directory,
      std::vector<DirectoryEntry>& entries) const override;
  FileKind kind(std::string_view path) const override;
  bool visit_tracked(
      const std::function<void(const TrackedFile&)>& visit) const override;
  GitRepository find_git(const GitVariables& variables) const override;
  ReadFailure read_git(
      const GitRepository& repository,
      GitFile file,
      std::string_view name,
      std::uint64_t limit,
      std::string& buffer) const override;
  std::int64_t
  git_file_time(const GitRepository& repository, GitFile file) const override;

 private:
  struct Found {
    const StoredFile* file = nullptr; // regular
    ReadFailure failure = ReadFailure::none;
  };

  void load_attributes();
  const StoredFile* find_file(std::string_view path) const;
  const StoredFile*
  find_next(std::string_view path, OpenDirectory* nearby) const;
  bool is_directory(std::string_view path) const;
  bool through_link(std::string_view path) const;
  Found find(const ReadRequest& request, ReadCare care) const;
  Found follow(const StoredFile& link) const;
  bool is_untouched(const StoredFile& file, const FileStamp& stamp) const;
  bool is_converted(const StoredFile& file) const;
  bool has_name(std::string_view text, std::string_view name) const;
  ReadFailure read_disk(
      const StoredFile& file,
      const ReadRequest& request,
      FileBuffer& buffer) const;
  ReadFailure read_exactly(const StoredFile& file, std::string& text) const;
  std::string read_above(const std::string& path, const std::string& name);

  Sources from_;
  StoredContent content_;
  ConvertedPaths converted_;
  std::map<std::string, std::string, std::less<>> above_; // texts

  std::unique_ptr<GitContents> git_;
};

} // namespace migcheck
