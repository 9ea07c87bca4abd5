// The files that git does not know yet, in directories that matter.
#include "discover/exclusion.hpp"
#include "discover/file_list.hpp"
#include "discover/ignore_rules.hpp"
#include "discover/walk.hpp"

#include <algorithm>

namespace migcheck {

class UntrackedFiles {
 public:
  // `reported` of the unreadable files with rules are known already.
  UntrackedFiles(const FileReader& reader, FileList& list, std::size_t reported)
      : reader_(reader), list_(list), reported_(reported) {}

  // Adds the files that stand directly in a directory; gives the directories
  // in it that the list does not know.
  std::vector<std::string> add_from(const std::string& directory) {
    std::vector<std::string> unknown;
    if (list_.exclusion_->excludes_directory(directory) || !list(directory)) {
      return unknown;
    }
    const IgnoreRules::Directory& rules =
        list_.ignore_->directory(reader_, directory);
    const std::string begin = directory.empty() ? "" : directory + '/';
    for (const DirectoryEntry& entry : entries_) {
      const bool is_directory = entry.kind == FileKind::directory;
      const std::string path = begin + entry.name;
      if (entry.name == ".git" || entry.kind == FileKind::unknown ||
          (is_directory ? list_.has_directory(path)
                        : list_.find(path) != nullptr) ||
          IgnoreRules::ignores(rules, entry.name, is_directory)) {
        continue;
      }
      if (is_directory) {
        unknown.push_back(path);
      } else if (!list_.exclusion_->excludes(path)) {
        found_.push_back({list_.keep(path), 0, entry.kind});
      }
    }
    return unknown;
  }

  // Puts what was found in its place.
  void finish() {
    const std::vector<std::string>& unreadable = list_.ignore_->unreadable();
    for (; reported_ < unreadable.size(); ++reported_) {
      list_.problems_.push_back(
          {unreadable[reported_],
           "cannot be read, so its rules are not followed",
           true});
    }
    const auto before = [](const FileEntry& one, const FileEntry& other) {
      return one.path < other.path;
    };
    const auto same = [](const FileEntry& one, const FileEntry& other) {
      return one.path == other.path;
    };
    std::sort(found_.begin(), found_.end(), before);
    found_.erase(std::unique(found_.begin(), found_.end(), same), found_.end());
    std::vector<FileEntry>& files = list_.files_;
    const auto known = static_cast<std::ptrdiff_t>(files.size());
    files.insert(files.end(), found_.begin(), found_.end());
    std::inplace_merge(
        files.begin(), files.begin() + known, files.end(), before);
  }

 private:
  bool list(const std::string& directory) {
    const ReadFailure failure = reader_.list(directory, entries_);
    if (failure == ReadFailure::none) {
      return !is_repository(reader_, directory, entries_);
    }
    if (failure != ReadFailure::missing) {
      list_.problems_.push_back(
          {directory,
           "cannot be listed: " + std::string(read_failure_text(failure)),
           true});
    }
    return false;
  }

  const FileReader& reader_;
  FileList& list_;
  std::vector<DirectoryEntry> entries_;
  std::vector<FileEntry> found_;
  std::size_t reported_; // of the rules that cannot be read
};

void FileList::add_untracked(
    const FileReader& reader,
    const std::vector<std::string>& directories,
    bool one_level) {
  if (source_ == FileSource::walk || tracked_only_) {
    return;
  }
  const bool first = !ignore_;
  if (first) {
    ignore_ = std::make_unique<IgnoreRules>(reader, repository_);
  }
  UntrackedFiles untracked(
      reader, *this, first ? 0 : ignore_->unreadable().size());
  for (const std::string& directory : directories) {
    const std::vector<std::string> unknown =
        untracked.add_from(directory == "." ? "" : directory);
    if (!one_level) {
      continue;
    }
    for (const std::string& below : unknown) {
      untracked.add_from(below);
    }
  }
  untracked.finish();
}

} // namespace migcheck
