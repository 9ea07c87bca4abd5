// Decides between index and walk, and turns either into the list.
#include "discover/exclusion.hpp"
#include "discover/file_list.hpp"
#include "discover/ignore_rules.hpp"
#include "discover/index_file.hpp"
#include "discover/walk.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace migcheck {

class FileListBuilder {
 public:
  FileListBuilder(const FileReader& reader, const FileListOptions& options)
      : reader_(reader), options_(options) {}

  Result<FileList> build() {
    std::vector<DirectoryEntry> entries;
    const ReadFailure failure = reader_.list("", entries);
    if (failure != ReadFailure::none) {
      return fail(fmt::format(
          "the project's directory cannot be read: {}",
          failure == ReadFailure::not_regular ? "not a directory"
                                              : read_failure_text(failure)));
    }
    list_.repository_ =
        reader_.find_git({options_.git_dir, options_.git_index_file});
    list_.in_git_ = list_.repository_.found;
    list_.prefix_ = list_.repository_.prefix;
    list_.tracked_only_ = options_.tracked_only;
    list_.exclusion_ = std::make_unique<Exclusion>(options_.exclude);
    if (!list_.repository_.problem.empty()) {
      add_problem(".git", list_.repository_.problem, false);
    }
    if (list_.repository_.uncertain) {
      add_problem(".git", "git's own files could not all be looked at", true);
    }
    if (options_.tracked_only && !list_.in_git_) {
      return fail("only tracked files were asked for, but the project is not "
                  "in a git repository");
    }
    if (!use_reader() && (!list_.in_git_ || !use_index())) {
      use_walk();
    }
    return std::move(list_);
  }

 private:
  void add_problem(std::string path, std::string message, bool incomplete) {
    list_.problems_.push_back(
        {std::move(path), std::move(message), incomplete});
  }

  bool has_room() {
    if (list_.files_.size() < options_.limits.files) {
      return true;
    }
    if (!full_) {
      add_problem("", "more files than the limit; the rest is not read", true);
    }
    full_ = true;
    return false;
  }

  // The files that the reader knows, and no others. False when it knows none.
  bool use_reader() {
    const bool known =
        reader_.visit_tracked([this](const TrackedFile& tracked) {
          if (list_.exclusion_->excludes(tracked.path) || !has_room()) {
            return;
          }
          FileEntry& file = list_.files_.emplace_back();
          file.path = tracked.path;
          file.size = static_cast<std::uint32_t>(tracked.size);
          file.kind = tracked.kind;
          file.tracked = true;
          file.skip_worktree = tracked.skip_worktree;
        });
    if (known) {
      list_.source_ = FileSource::index;
      list_.tracked_only_ = true;
    }
    return known;
  }

  // False when the files have to come from a walk.
  bool use_index() {
    GitHash hash = GitHash::sha1;
    const ReadFailure failure =
        read_object_format(reader_, list_.repository_, hash);
    if (failure != ReadFailure::none && failure != ReadFailure::missing) {
      add_problem(
          ".git/config",
          fmt::format("cannot be read: {}", read_failure_text(failure)),
          failure == ReadFailure::denied || failure == ReadFailure::io_error);
    }
    IndexFile file = read_index_file(reader_, list_.repository_, hash);
    if (!file.problem.empty()) {
      add_problem(
          ".git/index",
          "git's index " + file.problem +
              "; the files were looked for on disk instead",
          file.incomplete);
    }
    if (!file.index) {
      return false;
    }
    list_.source_ = FileSource::index;
    take(*file.index);
    keep(std::move(file));
    if (list_.files_.empty() && !options_.tracked_only && !saw_any_) {
      list_.source_ = FileSource::walk;
      return false;
    }
    return true;
  }

  void keep(IndexFile file) {
    if (file.shared) {
      file.shared->forget_entries();
    }
    if (!options_.keep_index) {
      file.index->forget_entries();
    }
    list_.index_ = std::make_shared<const IndexFile>(std::move(file));
  }

  // Entries below the root become files. Of the sides of a conflict one is
  // taken.
  void take(const GitIndex& index) {
    const std::string& prefix = list_.prefix_;
    list_.files_.reserve(index.entries().size());
    for (const GitIndexEntry& entry : index.entries()) {
      if (!entry.path.starts_with(prefix)) {
        continue;
      }
      saw_any_ = true;
      const std::optional<FileKind> kind = entry.file_kind();
      const std::string_view path = entry.path.substr(prefix.size());
      if (!kind || path.empty()) {
        continue;
      }
      if (entry.stage != 0 && !list_.files_.empty() &&
          list_.files_.back().path == path) {
        continue;
      }
      if (list_.exclusion_->excludes(path)) {
        continue;
      }
      if (!has_room()) {
        return;
      }
      FileEntry file;
      file.path = path;
      file.size = entry.size;
      file.kind = *kind;
      file.tracked = true;
      file.skip_worktree = entry.skip_worktree;
      file.conflicted = entry.stage != 0;
      list_.files_.push_back(file);
    }
  }

  void use_walk() {
    list_.index_.reset();
    list_.ignore_ = std::make_unique<IgnoreRules>(reader_, list_.repository_);
    WalkEvents events;
    events.file = [this](std::string_view path, FileKind kind) {
      FileEntry file;
      file.path = list_.keep(path);
      file.kind = kind;
      list_.files_.push_back(file);
    };
    events.problem = [this](std::string_view path, std::string_view why) {
      add_problem(std::string(path), std::string(why), true);
    };
    WalkOptions options;
    options.limits = {options_.limits.depth, options_.limits.files};
    options.skip_repositories = list_.in_git_;
    walk(reader_, *list_.ignore_, *list_.exclusion_, options, events);
    for (const std::string& path : list_.ignore_->unreadable()) {
      add_problem(path, "cannot be read, so its rules are not followed", true);
    }
  }

  const FileReader& reader_;
  const FileListOptions& options_;
  FileList list_;
  bool saw_any_ = false; // something below the root is tracked
  bool full_ = false;    // as many files as the limit lets in
};

Result<FileList>
list_files(const FileReader& reader, const FileListOptions& options) {
  return FileListBuilder(reader, options).build();
}

} // namespace migcheck
