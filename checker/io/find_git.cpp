#include "io/find_git.hpp"

#include "io/read_file.hpp"
#include "io/root_directory.hpp"
#include "io/system_calls.hpp"
#include "text/path_parts.hpp"

#include <boost/filesystem/operations.hpp>

namespace migcheck {
namespace {

namespace fs = boost::filesystem;

constexpr std::uint64_t link_file_limit = 64 << 10; // `.git`, `commondir`

// A path that stands in a file of git's, seen from that file's directory.
std::string resolve(const std::string& directory, std::string_view path) {
  return path.starts_with('/') ? std::string(path)
                               : directory + '/' + std::string(path);
}

// True for what says that a file is simply not there, or not of use.
bool is_certain(ReadFailure failure) {
  return failure != ReadFailure::denied && failure != ReadFailure::io_error;
}

ReadFailure read_opened(
    const RootDirectory::Opened& opened,
    std::uint64_t limit,
    std::string& text) {
  if (!opened.file) {
    return opened.failure;
  }
  FileBuffer buffer;
  const ReadFailure failure = read_carefully(opened.file.get(), limit, buffer);
  text = buffer.take();
  return failure;
}

// Looks into directories, and remembers whether that always worked.
class GitSearch {
 public:
  explicit GitSearch(GitRepository& repository) : repository_(repository) {}

  // Looks for `.git` in one directory. True when the search ends here.
  bool look_in(const std::string& directory) {
    const RootDirectory top(directory);
    const std::string dot_git = directory + "/.git";
    const FileKind kind = kind_in(top, ".git");
    repository_.top = directory;
    if (kind != FileKind::regular) {
      const bool possible =
          kind == FileKind::directory || kind == FileKind::link;
      return possible && use_git_dir(dot_git);
    }
    constexpr std::string_view key = "gitdir: ";
    const std::string line = read_line(top, ".git");
    if (!line.starts_with(key) ||
        !use_git_dir(resolve(directory, line.substr(key.size())))) {
      repository_.problem =
          "this file does not name a repository; it is not followed";
    }
    return true;
  }

  // Fills in what belongs to a directory of git's. False when it is none.
  bool use_git_dir(const std::string& path) {
    const RootDirectory git_dir(path);
    note(git_dir.failure());
    if (git_dir.failure() != ReadFailure::none ||
        !has_link_or(git_dir, "HEAD", FileKind::regular)) {
      return false;
    }
    const std::string common = read_line(git_dir, "commondir");
    const std::string common_path =
        common.empty() ? path : resolve(path, common);
    const RootDirectory common_dir(common_path);
    if (!has_link_or(common_dir, "objects", FileKind::directory) ||
        !has_link_or(common_dir, "refs", FileKind::directory)) {
      return false;
    }
    repository_.found = true;
    repository_.git_dir = path;
    repository_.common_dir = common_path;
    repository_.index_file = path + "/index";
    return true;
  }

 private:
  void note(ReadFailure failure) {
    repository_.uncertain |= !is_certain(failure);
  }

  FileKind kind_in(const RootDirectory& directory, std::string_view name) {
    const RootDirectory::Seen seen = directory.look(name);
    note(seen.failure);
    return seen.kind;
  }

  bool has_link_or(
      const RootDirectory& directory, std::string_view name, FileKind kind) {
    const FileKind found = kind_in(directory, name);
    return found == kind || found == FileKind::link;
  }

  // The one line of a file such as `.git` or `commondir`; "" when there is
  // none.
  std::string read_line(const RootDirectory& directory, std::string_view name) {
    const RootDirectory::Opened opened = directory.open(name, read_flags);
    std::string line;
    note(read_opened(opened, link_file_limit, line));
    while (line.ends_with('\n') || line.ends_with('\r')) {
      line.pop_back();
    }
    const bool text = line.find('\0') == std::string::npos;
    return text ? line : "";
  }

  GitRepository& repository_;
};

bool same_directory(const std::string& one, const std::string& other) {
  boost::system::error_code failure;
  return fs::equivalent(one, other, failure) && !failure;
}

// The absolute path without links; "" when there is none.
std::string physical(const std::string& path) {
  boost::system::error_code failure;
  const fs::path result = fs::canonical(path, failure);
  return failure ? "" : result.string();
}

// What leads from one directory to another inside it, with a slash behind it.
// Nothing when it is not inside.
bool is_inside(
    const std::string& path, const std::string& directory, std::string& rest) {
  const std::string begin = directory == "/" ? "/" : directory + '/';
  if (path == directory) {
    rest.clear();
    return true;
  }
  if (directory.empty() || !path.starts_with(begin)) {
    return false;
  }
  rest = path.substr(begin.size()) + '/';
  return true;
}

GitRepository none_found(bool uncertain) {
  GitRepository repository;
  repository.uncertain = uncertain;
  return repository;
}

GitRepository search_upwards(const std::string& root) {
  GitRepository repository;
  GitSearch search(repository);
  if (search.look_in(root)) {
    return repository;
  }
  const std::string bottom = physical(root);
  FileStatus status{};
  RootDirectory directory(bottom);
  if (bottom.empty() ||
      system_calls.status(directory.descriptor(), &status) != 0) {
    return none_found(true);
  }
  const dev_t device = status.st_dev;
  for (fs::path above = fs::path(bottom).parent_path(); !above.empty();
       above = above.parent_path()) {
    directory = RootDirectory(above.string());
    if (system_calls.status(directory.descriptor(), &status) != 0 ||
        status.st_dev != device) {
      break;
    }
    if (search.look_in(above.string())) {
      is_inside(bottom, above.string(), repository.prefix);
      return repository;
    }
  }
  return none_found(repository.uncertain);
}

// GIT_DIR without a `.git` on the way up: the working directory is the top.
GitRepository
use_variable(const std::string& root, const std::string& git_dir) {
  GitRepository repository;
  const std::string top = physical(".");
  if (is_inside(physical(root), top, repository.prefix) &&
      GitSearch(repository).use_git_dir(git_dir)) {
    repository.top = top;
    return repository;
  }
  return none_found(false);
}

// The root itself is git's directory: there is no work tree.
GitRepository use_bare(const std::string& root) {
  GitRepository repository;
  if (!GitSearch(repository).use_git_dir(root)) {
    return none_found(repository.uncertain);
  }
  repository.top = root;
  return repository;
}

// Where one of git's files lies: a directory, and a path below it.
struct GitPath {
  std::string directory;
  std::string path;
};

GitPath
git_path(const GitRepository& repository, GitFile file, std::string_view name) {
  switch (file) {
  case GitFile::index:
    return {
        std::string(parent_folder(repository.index_file)),
        std::string(last_part(repository.index_file))};
  case GitFile::shared_index:
    return {repository.git_dir, "sharedindex." + std::string(name)};
  case GitFile::config:
    return {repository.common_dir, "config"};
  case GitFile::exclude:
    return {repository.common_dir, "info/exclude"};
  case GitFile::attributes:
    return {repository.common_dir, "info/attributes"};
  case GitFile::shallow:
    return {repository.common_dir, "shallow"};
  case GitFile::work_tree:
    break;
  }
  return {repository.top, std::string(name)};
}

} // namespace

GitRepository
find_git_on_disk(const std::string& root, const GitVariables& variables) {
  GitRepository repository = search_upwards(root.empty() ? "." : root);
  if (!repository.found && !variables.git_dir.empty()) {
    repository = use_variable(root.empty() ? "." : root, variables.git_dir);
  }
  if (!repository.found && variables.bare_too) {
    repository = use_bare(root.empty() ? "." : root);
  }
  // In a hook of one repository the variables are set also while another one
  // is checked.
  const bool of_another =
      !variables.git_dir.empty() &&
      !same_directory(variables.git_dir, repository.git_dir);
  std::string unused;
  if (repository.found && !of_another && !variables.index_file.empty() &&
      is_inside(physical("."), physical(repository.top), unused)) {
    repository.index_file = resolve(repository.top, variables.index_file);
  }
  return repository;
}

ReadFailure read_git_on_disk(
    const GitRepository& repository,
    GitFile file,
    std::string_view name,
    std::uint64_t limit,
    std::string& buffer) {
  const GitPath place = git_path(repository, file, name);
  buffer.clear();
  const RootDirectory parent(place.directory);
  const RootDirectory::Opened opened = parent.open(place.path, read_flags);
  return read_opened(opened, limit, buffer);
}

std::int64_t
git_file_time_on_disk(const GitRepository& repository, GitFile file) {
  const GitPath place = git_path(repository, file, "");
  OpenDirectory nearby;
  FileStatus status{};
  const RootDirectory parent(place.directory);
  return parent.look_near(place.path, nearby, status)
             ? modification_time(status)
             : 0;
}

} // namespace migcheck
