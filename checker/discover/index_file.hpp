// git's index as it lies on disk, with the shared one that it may change.
#pragma once

#include "discover/git_index.hpp"
#include "io/digest.hpp"
#include "io/file_reader.hpp"

#include <cstdint>
#include <memory>
#include <string>

namespace migcheck {

struct IndexFile {
  // Null: there is none (nothing was ever added), or it cannot be used.
  std::unique_ptr<GitIndex> index;

  std::string problem;     // why not, as the end of a sentence; "" = none
  bool incomplete = false; // it may hold what nobody will know of

  // What the paths of the entries view.
  std::unique_ptr<const std::string> bytes;
  std::unique_ptr<const std::string> shared_bytes;
  std::unique_ptr<GitIndex> shared;

  GitHash hash = GitHash::sha1; // that it was read with
  std::int64_t time = 0;        // when it was written, in ns since 1970
};

// Reads both and puts them together. The checksums are right.
IndexFile read_index_file(
    const FileReader& reader, const GitRepository& repository, GitHash hash);

// Finds out which hash the repository uses. Without a configuration, or where
// it cannot be read, SHA-1.
ReadFailure read_object_format(
    const FileReader& reader, const GitRepository& repository, GitHash& hash);

// What an entry's bytes (GitIndexEntry::raw) say of the file on disk that was
// added, as it was then.
class NotedFile {
 public:
  explicit NotedFile(const char* raw) : raw_(raw) {}

  // True while nothing has touched it. One that was written as late as the
  // index itself, at `index_time`, may have been changed unseen.
  bool is(const FileStamp& now, std::int64_t index_time) const;

  // What the system said of the file when it had the content that git names,
  // with 32 bits of its number and size. Not known where it may have been
  // changed unseen.
  FileStamp stamp(std::int64_t index_time) const;

  // git's name of the content, so many bytes as the hash has.
  const char* id() const;

 private:
  const char* raw_;
};

} // namespace migcheck
