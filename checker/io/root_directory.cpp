#include "io/root_directory.hpp"

#include "io/link_path.hpp"
#include "text/path_parts.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>

#ifndef O_PATH
#ifdef O_SEARCH
#define O_PATH O_SEARCH
#else
#define O_PATH O_RDONLY
#endif
#endif

namespace migcheck {

const int directory_handle_flags =
    O_PATH | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW;
const int read_flags =
    O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | O_NOFOLLOW;
const int list_flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW;

namespace {

constexpr std::size_t longest_path = 4095; // PATH_MAX without the NUL
constexpr std::size_t longest_name = 255;

// Opening and closing a directory costs what three of its files save.
constexpr unsigned files_before_directory = 2;

// True for a part that would leave the path's own line.
bool is_refused(std::string_view part) {
  return part.empty() || part == "." || part == ".." ||
         part.find('\0') != std::string_view::npos;
}

int open_again(int directory, const char* name, int flags) {
  int result = 0;
  do {
    result = system_calls.open_at(directory, name, flags, 0);
  } while (result < 0 && errno == EINTR);
  return result;
}

// False for errors that only opening part by part explains: which part is the
// link, or that nothing is wrong but an interrupted call. Systems without
// openat2 say ENOSYS; older sandboxes of containers, EPERM.
bool is_reason(int error) {
  return error != ELOOP && error != EINTR && error != EAGAIN &&
         error != ENOSYS && error != EPERM;
}

int look_again(int directory, const char* name, FileStatus& status) {
  int result = 0;
  do {
    result = system_calls.link_status(directory, name, &status);
  } while (result < 0 && errno == EINTR);
  return result;
}

bool is_link(int directory, const char* name) {
  FileStatus status{};
  return system_calls.link_status(directory, name, &status) == 0 &&
         S_ISLNK(status.st_mode);
}

// One part of a path. A link is told from a file in the place of a directory,
// which some systems give the same error.
RootDirectory::Opened
open_part(int directory, std::string_view part, int flags) {
  if (is_refused(part)) {
    return {Descriptor(), ReadFailure::outside_root};
  }
  if (part.size() > longest_name) {
    return {Descriptor(), ReadFailure::missing};
  }
  std::array<char, longest_name + 1> name;
  std::memcpy(name.data(), part.data(), part.size());
  name[part.size()] = '\0';
  const int opened = open_again(directory, name.data(), flags);
  if (opened >= 0) {
    return {Descriptor(opened)};
  }
  const int error = errno;
  const bool maybe_link = error == ELOOP || error == ENOTDIR || error == EMLINK;
  if (maybe_link && is_link(directory, name.data())) {
    return {Descriptor(), ReadFailure::bad_link, true};
  }
  return {Descriptor(), failure_of(error)};
}

} // namespace

FileKind kind_of_mode(mode_t mode) {
  if (S_ISREG(mode)) {
    return FileKind::regular;
  }
  if (S_ISDIR(mode)) {
    return FileKind::directory;
  }
  return S_ISLNK(mode) ? FileKind::link : FileKind::other;
}

ReadFailure failure_of(int error) {
  switch (error) {
  case ENOENT:
  case ENOTDIR:
  case ENAMETOOLONG:
    return ReadFailure::missing;
  case EACCES:
  case EPERM:
    return ReadFailure::denied;
  case ELOOP:
    return ReadFailure::bad_link;
  case EXDEV:
    return ReadFailure::outside_root;
  case EISDIR:
  case ENXIO:
  case ENODEV:
  case EAGAIN:
    return ReadFailure::not_regular;
  default:
    return ReadFailure::io_error;
  }
}

RootDirectory::RootDirectory(const std::string& path) {
  const std::string name = path.empty() ? "." : path;
  const int flags = directory_handle_flags & ~O_NOFOLLOW;
  root_ = Descriptor(open_again(AT_FDCWD, name.c_str(), flags));
  failure_ = root_ ? ReadFailure::none : failure_of(errno);
}

RootDirectory::Opened
RootDirectory::open(std::string_view path, int flags) const {
  if (failure_ != ReadFailure::none) {
    return {Descriptor(), failure_};
  }
  if (path.size() > longest_path || path.empty()) {
    return open_by_parts(path, flags);
  }
  if (path.find('\0') != std::string_view::npos) {
    return {Descriptor(), ReadFailure::outside_root};
  }
  std::array<char, longest_path + 1> name;
  std::memcpy(name.data(), path.data(), path.size());
  name[path.size()] = '\0';
  const int opened = system_calls.open_beneath(root_.get(), name.data(), flags);
  if (opened >= 0) {
    return {Descriptor(opened)};
  }
  const int error = errno;
  return is_reason(error) ? Opened{Descriptor(), failure_of(error)}
                          : open_by_parts(path, flags);
}

void RootDirectory::move_to(std::string_view directory, OpenDirectory& nearby) {
  if (nearby.path_ != directory) {
    nearby.directory_ = {};
    nearby.path_ = directory;
    nearby.files_ = 0;
    nearby.tried_ = false;
  }
}

void RootDirectory::open_now(OpenDirectory& nearby) const {
  nearby.tried_ = true;
  nearby.directory_ = open(nearby.path_, directory_handle_flags).file;
}

RootDirectory::Opened RootDirectory::open_near(
    std::string_view path, int flags, OpenDirectory& nearby) const {
  move_to(parent_folder(path), nearby);
  if (!nearby.tried_ && nearby.files_++ == files_before_directory) {
    open_now(nearby);
  }
  const std::string_view name = last_part(path);
  if (nearby.directory_ && name.size() <= longest_name) {
    Opened opened = open_part(nearby.directory_.get(), name, flags);
    if (opened.file) {
      return opened;
    }
  }
  return open(path, flags); // finds out why
}

RootDirectory::Opened
RootDirectory::open_by_parts(std::string_view path, int flags) const {
  if (path.empty()) {
    const int opened = open_again(root_.get(), ".", flags);
    return opened >= 0 ? Opened{Descriptor(opened)}
                       : Opened{Descriptor(), failure_of(errno)};
  }
  Descriptor above;
  while (true) {
    const int directory = above ? above.get() : root_.get();
    const std::size_t slash = path.find('/');
    if (slash == std::string_view::npos) {
      return open_part(directory, path, flags);
    }
    Opened next =
        open_part(directory, path.substr(0, slash), directory_handle_flags);
    if (!next.file) {
      next.is_link = false; // of the last part only
      return next;
    }
    above = std::move(next.file);
    path.remove_prefix(slash + 1);
  }
}

RootDirectory::Opened RootDirectory::open_parent(std::string_view path) const {
  return open(parent_folder(path), directory_handle_flags);
}

RootDirectory::Seen RootDirectory::look(std::string_view path) const {
  if (path.empty()) {
    const bool open = failure_ == ReadFailure::none;
    return {open ? FileKind::directory : FileKind::unknown, failure_};
  }
  const std::string name(last_part(path));
  Opened parent;
  if (name.size() != path.size()) {
    parent = open_parent(path);
  } else {
    parent.failure = failure_;
  }
  if (parent.failure != ReadFailure::none || is_refused(name)) {
    const bool refused = parent.failure == ReadFailure::none;
    return {
        FileKind::unknown,
        refused ? ReadFailure::outside_root : parent.failure};
  }
  const int directory = parent.file ? parent.file.get() : root_.get();
  FileStatus status{};
  if (look_again(directory, name.c_str(), status) != 0) {
    return {FileKind::unknown, failure_of(errno)};
  }
  return {kind_of_mode(status.st_mode), ReadFailure::none};
}

bool RootDirectory::look_near(
    std::string_view path, OpenDirectory& nearby, FileStatus& status) const {
  move_to(parent_folder(path), nearby);
  if (!nearby.tried_) {
    open_now(nearby);
  }
  const std::string_view part = last_part(path);
  if (!nearby.directory_ || is_refused(part) || part.size() > longest_name) {
    return false;
  }
  std::array<char, longest_name + 1> name;
  std::memcpy(name.data(), part.data(), part.size());
  name[part.size()] = '\0';
  return look_again(nearby.directory_.get(), name.data(), status) == 0 &&
         S_ISREG(status.st_mode);
}

RootDirectory::Target RootDirectory::link_target(std::string_view path) const {
  const Opened parent = open_parent(path);
  if (!parent.file) {
    return {"", parent.failure};
  }
  const std::string name(last_part(path));
  std::array<char, longest_path + 1> text;
  const ssize_t size = system_calls.read_link(
      parent.file.get(), name.c_str(), text.data(), text.size());
  if (size < 0 || static_cast<std::size_t>(size) == text.size()) {
    return {"", ReadFailure::bad_link};
  }
  const std::string_view target(text.data(), static_cast<std::size_t>(size));
  std::optional<std::string> result = migcheck::link_target(path, target);
  if (!result) {
    return {"", ReadFailure::outside_root};
  }
  return {std::move(*result), ReadFailure::none};
}

} // namespace migcheck
