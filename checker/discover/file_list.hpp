// The files of the project: from git's index where there is one, else from a
// walk that follows .gitignore as git does.
#pragma once

#include "config/config.hpp"
#include "diagnostic/error.hpp"
#include "io/file_reader.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

struct FileEntry {
  std::string_view path;             // root-relative; lives as long as the list
  std::uint32_t size = 0;            // from the index; 0 = not known
  FileKind kind = FileKind::regular; // regular, link or other
  bool tracked = false;
  bool skip_worktree = false;
  bool conflicted = false;
};

// Something that the list could not hold, for a finding or --verbose.
struct FileListProblem {
  std::string path;        // as it is; may be empty
  std::string message;     // without the path
  bool incomplete = false; // the check cannot be complete: exit 2
};

struct FileListOptions {
  bool tracked_only = false;  // --git-tracked
  std::string git_dir;        // GIT_DIR, "" = find it
  std::string git_index_file; // GIT_INDEX_FILE, "" = the usual one
  std::vector<std::string> exclude;
  Limits limits;
  bool keep_index = false; // FileList::index() will be asked for
};

enum class FileSource : std::uint8_t { index, walk };

class Exclusion;
class IgnoreRules;
struct IndexFile;

// Sorted by path bytes, without repeats. Movable, not copyable: entries view
// its own storage. Files only: directories and submodules are not in it. A
// tracked file may be missing on disk: it is deleted then, not unreadable.
class FileList {
 public:
  FileList();
  ~FileList();
  FileList(FileList&&) noexcept;
  FileList& operator=(FileList&&) noexcept;

  const std::vector<FileEntry>& files() const { return files_; }

  // Null when the path is not in the list. Binary search.
  const FileEntry* find(std::string_view path) const;

  // True when a directory holds at least one file of the list, at any depth;
  // "" and "." are the root.
  bool has_directory(std::string_view path) const;

  FileSource source() const { return source_; }

  bool in_git() const { return in_git_; }

  // The project's place in its git work tree ("" at the top, else
  // "sub/dir/"): what SARIF, GitHub and GitLab paths begin with.
  const std::string& prefix() const { return prefix_; }

  // For GitAttributes.
  const GitRepository& repository() const { return repository_; }

  // The index that the list comes from, with its entries where the options
  // asked for it; null: it comes from elsewhere.
  std::shared_ptr<const IndexFile> index() const { return index_; }

  const std::vector<FileListProblem>& problems() const { return problems_; }

  // Adds the untracked, not ignored files that stand directly in these
  // directories ("." is the root), and with `one_level` those of their
  // folders that the list does not know yet. Nothing for a walk, which has
  // them already, or with tracked_only.
  void add_untracked(
      const FileReader& reader,
      const std::vector<std::string>& directories,
      bool one_level);

 private:
  friend class FileListBuilder;
  friend class UntrackedFiles;

  std::string_view keep(std::string_view path);

  std::vector<FileEntry> files_;
  std::vector<std::unique_ptr<char[]>> storage_;
  std::size_t storage_left_ = 0; // in the last block
  std::vector<FileListProblem> problems_;
  std::shared_ptr<const IndexFile> index_; // whose bytes paths view
  std::unique_ptr<IgnoreRules> ignore_;    // made when first asked for
  std::unique_ptr<Exclusion> exclusion_;
  GitRepository repository_;
  std::string prefix_;
  FileSource source_ = FileSource::walk;
  bool in_git_ = false;
  bool tracked_only_ = false;
};

// Makes the list for the project that `reader` is rooted at. An error is what
// makes any check impossible (the root cannot be listed; tracked_only outside
// of git); anything less is a problem of the list. An index that is damaged or
// not understood is a problem, and the list comes from a walk then, as it does
// where nothing below the root is tracked.
Result<FileList>
list_files(const FileReader& reader, const FileListOptions& options);

} // namespace migcheck
