// Decides between index and walk, and turns either into the list.
#include "discover/exclusion.hpp"
#include "discover/file_list.hpp"
#include "discover/git_index.hpp"
#include "discover/ignore_rules.hpp"
#include "discover/walk.hpp"
#include "io/parallel.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace migcheck {
namespace {

constexpr std::uint64_t index_limit = std::uint64_t{256} << 20;
constexpr std::uint64_t config_limit = 1 << 20;

// From here on the checksum is computed beside the parsing.
constexpr std::size_t checksum_worth_a_thread = std::size_t{1} << 20;

constexpr std::uint16_t type_mask = 0170000;
constexpr std::uint16_t regular_type = 0100000;
constexpr std::uint16_t link_type = 0120000;

} // namespace

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
    if (!list_.in_git_ || !use_index()) {
      use_walk();
    }
    return std::move(list_);
  }

 private:
  void add_problem(std::string path, std::string message, bool incomplete) {
    list_.problems_.push_back(
        {std::move(path), std::move(message), incomplete});
  }

  // False when the files have to come from a walk.
  bool use_index() {
    std::string config;
    const ReadFailure failure = reader_.read_git(
        list_.repository_, GitFile::config, "", config_limit, config);
    if (failure != ReadFailure::none && failure != ReadFailure::missing) {
      add_problem(
          ".git/config",
          fmt::format("cannot be read: {}", read_failure_text(failure)),
          failure == ReadFailure::denied || failure == ReadFailure::io_error);
    }
    hash_ = object_format(config);
    const std::unique_ptr<GitIndex> index =
        read_index(GitFile::index, "", list_.index_);
    if (!index || !merge_shared(*index)) {
      return false;
    }
    list_.source_ = FileSource::index;
    take(*index);
    if (list_.files_.empty() && !options_.tracked_only && !saw_any_) {
      list_.source_ = FileSource::walk;
      return false;
    }
    return true;
  }

  // Null when there is none that can be used; problems are added.
  std::unique_ptr<GitIndex> read_index(
      GitFile file,
      const std::string& name,
      std::unique_ptr<const std::string>& kept) {
    auto bytes = std::make_unique<std::string>();
    const ReadFailure failure =
        reader_.read_git(list_.repository_, file, name, index_limit, *bytes);
    if (failure == ReadFailure::missing && file == GitFile::index) {
      return nullptr; // nothing was ever added
    }
    if (failure != ReadFailure::none) {
      report_index(
          fmt::format("cannot be read: {}", read_failure_text(failure)), true);
      return nullptr;
    }
    kept = std::move(bytes);
    std::unique_ptr<GitIndex> index;
    bool intact = true;
    const auto work = [&](unsigned, std::size_t begin, std::size_t end) {
      for (; begin < end; ++begin) {
        if (begin == 0) {
          index = std::make_unique<GitIndex>(*kept, hash_);
        } else {
          intact = has_right_checksum(*kept, hash_);
        }
      }
    };
    const bool large = kept->size() >= checksum_worth_a_thread;
    for_each_chunk(2, large ? 2 : 1, 1, work);
    if (index->failure() != GitIndexFailure::none) {
      report_index(
          index->reason(), index->failure() == GitIndexFailure::damaged);
      return nullptr;
    }
    if (!intact) {
      report_index("does not have the checksum that it says", true);
      return nullptr;
    }
    return index;
  }

  void report_index(const std::string& reason, bool incomplete) {
    add_problem(
        ".git/index",
        "git's index " + reason + "; the files were looked for on disk instead",
        incomplete);
  }

  bool merge_shared(GitIndex& index) {
    if (index.shared_name().empty()) {
      return true;
    }
    shared_ = read_index(
        GitFile::shared_index, index.shared_name(), list_.shared_index_);
    if (!shared_) {
      return false;
    }
    index.merge(*shared_);
    if (index.failure() != GitIndexFailure::none) {
      report_index(index.reason(), true);
      return false;
    }
    for (std::unique_ptr<char[]>& block : shared_->take_storage()) {
      list_.storage_.push_back(std::move(block));
    }
    return true;
  }

  // Entries below the root become files. Of the sides of a conflict one is
  // taken.
  void take(GitIndex& index) {
    for (std::unique_ptr<char[]>& block : index.take_storage()) {
      list_.storage_.push_back(std::move(block));
    }
    list_.storage_left_ = 0;
    const std::string& prefix = list_.prefix_;
    list_.files_.reserve(index.entries().size());
    for (const GitIndexEntry& entry : index.entries()) {
      if (!entry.path.starts_with(prefix)) {
        continue;
      }
      saw_any_ = true;
      const std::uint16_t type = entry.mode & type_mask;
      const std::string_view path = entry.path.substr(prefix.size());
      if ((type != regular_type && type != link_type) || path.empty()) {
        continue; // a submodule or a sparse directory
      }
      if (entry.stage != 0 && !list_.files_.empty() &&
          list_.files_.back().path == path) {
        continue;
      }
      if (list_.exclusion_->excludes(path)) {
        continue;
      }
      if (list_.files_.size() == options_.limits.files) {
        add_problem(
            "", "more files than the limit; the rest is not read", true);
        return;
      }
      FileEntry file;
      file.path = path;
      file.size = entry.size;
      file.kind = type == link_type ? FileKind::link : FileKind::regular;
      file.tracked = true;
      file.skip_worktree = entry.skip_worktree;
      file.conflicted = entry.stage != 0;
      list_.files_.push_back(file);
    }
  }

  void use_walk() {
    list_.index_.reset();
    list_.shared_index_.reset();
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
  GitHash hash_ = GitHash::sha1;
  std::unique_ptr<GitIndex> shared_;
  bool saw_any_ = false; // something below the root is tracked
};

Result<FileList>
list_files(const FileReader& reader, const FileListOptions& options) {
  return FileListBuilder(reader, options).build();
}

} // namespace migcheck
