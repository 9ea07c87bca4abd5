// One directory and everything below it, opened so that nothing outside can
// be reached: no links on the way, no `..`, no absolute path.
#pragma once

#include "io/descriptor.hpp"
#include "io/file_reader.hpp"
#include "io/open_directory.hpp"

#include <string>
#include <string_view>

namespace migcheck {

// Flags for opening a directory only to open things in it.
extern const int directory_handle_flags;

// Flags for reading whatever is there without waiting for it.
extern const int read_flags;

// Flags for listing a directory.
extern const int list_flags;

// What errno says of a failed open or read.
ReadFailure failure_of(int error);

class RootDirectory {
 public:
  // Nothing is open yet.
  RootDirectory() = default;

  // Opens the directory; links in its own path are followed, since the user
  // named it. failure() says whether that worked.
  explicit RootDirectory(const std::string& path);

  ReadFailure failure() const { return failure_; }

  int descriptor() const { return root_.get(); }

  struct Opened {
    Descriptor file;
    ReadFailure failure = ReadFailure::none;
    bool is_link = false; // failed because the last part is a link
  };

  // Opens a path below the root ("" is the root itself) with O_NOFOLLOW. The
  // path may be longer than the system's PATH_MAX.
  Opened open(std::string_view path, int flags) const;

  // The same, from the directory that is open already where it is the right
  // one; else that is left open.
  Opened
  open_near(std::string_view path, int flags, OpenDirectory& nearby) const;

  // The directory that holds the path, as a handle.
  Opened open_parent(std::string_view path) const;

  // What a path is, without following a last link; `unknown` for nothing, or
  // with a failure other than `missing` where that cannot be found out.
  struct Seen {
    FileKind kind = FileKind::unknown;
    ReadFailure failure = ReadFailure::none;
  };

  Seen look(std::string_view path) const;

  FileKind kind(std::string_view path) const { return look(path).kind; }

  // What the system says of a path without following a last link, from the
  // directory that is open already or is left open. False where it is not a
  // regular file or cannot be looked at.
  bool look_near(
      std::string_view path, OpenDirectory& nearby, FileStatus& status) const;

  // Where the link at `path` leads: a path below the root, not opened yet.
  struct Target {
    std::string path;
    ReadFailure failure = ReadFailure::none;
  };

  Target link_target(std::string_view path) const;

 private:
  Opened open_by_parts(std::string_view path, int flags) const;
  static void move_to(std::string_view directory, OpenDirectory& nearby);
  void open_now(OpenDirectory& nearby) const;

  Descriptor root_;
  ReadFailure failure_ = ReadFailure::missing;
};

// What st_mode says.
FileKind kind_of_mode(mode_t mode);

} // namespace migcheck
