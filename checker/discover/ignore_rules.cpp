#include "discover/ignore_rules.hpp"

#include <algorithm>
#include <utility>

namespace migcheck {
namespace {

constexpr std::uint64_t file_limit = 1 << 20;

} // namespace

// What is not a regular file counts as absent, as in git, which does not
// follow a link here.
IgnoreFile IgnoreRules::take(
    ReadFailure failure, const std::string& text, const std::string& path) {
  if (failure == ReadFailure::none) {
    return IgnoreFile(text);
  }
  if (failure == ReadFailure::denied || failure == ReadFailure::io_error ||
      failure == ReadFailure::too_large) {
    unreadable_.push_back(path);
  }
  return {};
}

IgnoreFile
IgnoreRules::read_file(const FileReader& reader, const std::string& path) {
  std::string text;
  const ReadRequest request{path, ReadCare::scan, file_limit};
  const ReadFailure failure = reader.read(request, text);
  return take(failure, text, path);
}

IgnoreFile IgnoreRules::read_git_file(
    const FileReader& reader,
    const GitRepository& repository,
    GitFile file,
    const std::string& name) {
  std::string text;
  const ReadFailure failure =
      reader.read_git(repository, file, name, file_limit, text);
  return take(failure, text, name.empty() ? ".git/info/exclude" : name);
}

IgnoreRules::IgnoreRules(
    const FileReader& reader, const GitRepository& repository)
    : above_(std::make_unique<Directory>()),
      root_(std::make_unique<Directory>()) {
  root_->parent_ = above_.get();
  if (repository.found) {
    above_->file_ = read_git_file(reader, repository, GitFile::exclude, "");
    const std::string& prefix = repository.prefix;
    for (std::size_t at = 0; at < prefix.size();
         at = prefix.find('/', at) + 1) {
      auto outside = std::make_unique<Directory>();
      outside->parent_ = root_->parent_;
      outside->path_ = prefix.substr(0, at);
      outside->file_ = read_git_file(
          reader,
          repository,
          GitFile::work_tree,
          outside->path_ + ".gitignore");
      root_->parent_ = outside.get();
      outside_.push_back(std::move(outside));
    }
    root_->path_ = prefix;
  }
  root_->file_ = read_file(reader, ".gitignore");
}

IgnoreRules::~IgnoreRules() = default;

std::unique_ptr<IgnoreRules::Directory> IgnoreRules::enter(
    const FileReader& reader,
    const Directory& parent,
    std::string_view name,
    bool has_file) {
  auto entered = std::make_unique<Directory>();
  entered->ignored_ = ignores(parent, name, true);
  entered->path_ = parent.path_ + std::string(name) + '/';
  entered->parent_ = &parent;
  if (has_file && !entered->ignored_) {
    entered->file_ = read_file(
        reader, entered->path_.substr(root_->path_.size()) + ".gitignore");
  }
  return entered;
}

const IgnoreRules::Directory&
IgnoreRules::directory(const FileReader& reader, std::string_view path) {
  const Directory* at = root_.get();
  for (std::size_t begin = 0; begin < path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    std::unique_ptr<Directory>& next = kept_[std::string(path.substr(0, end))];
    if (!next) {
      next = enter(reader, *at, path.substr(begin, end - begin), true);
    }
    at = next.get();
    begin = end + 1;
  }
  return *at;
}

bool IgnoreRules::ignores(
    const Directory& directory, std::string_view name, bool is_directory) {
  if (directory.ignored_) {
    return true;
  }
  std::string path;
  for (const Directory* at = &directory; at != nullptr; at = at->parent_) {
    if (at->file_.empty()) {
      continue;
    }
    if (path.empty()) {
      path.reserve(directory.path_.size() + name.size());
      path += directory.path_;
      path += name;
    }
    const std::string_view below =
        std::string_view(path).substr(at->path_.size());
    const IgnoreVerdict verdict = at->file_.match(below, name, is_directory);
    if (verdict != IgnoreVerdict::none) {
      return verdict == IgnoreVerdict::ignored;
    }
  }
  return false;
}

} // namespace migcheck
