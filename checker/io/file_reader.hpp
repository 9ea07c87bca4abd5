// Reading the user's files: the only way in. A reader cannot write. The disk
// behind it is one of two: io/disk (the real one) and io/memory (tests).
#pragma once

#include "io/digest.hpp"
#include "io/file_buffer.hpp"
#include "io/file_stamp.hpp"
#include "io/git_repository.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

enum class FileKind : std::uint8_t {
  regular,
  directory,
  link,
  other, // pipe, socket, device
  unknown
};

// Why a file was not read. `missing` is the only one that may be ordinary.
enum class ReadFailure : std::uint8_t {
  none,
  missing,
  not_regular,  // pipe, socket, device, directory
  bad_link,     // dangling, circular, or through a linked directory
  outside_root, // a link that leaves the root
  denied,
  too_large,
  io_error,
  not_in_git, // git has the name of the content, not the content
  git_failed  // there is no git, or it does not answer
};

// One line without the path, such as "a pipe, not a regular file".
std::string_view read_failure_text(ReadFailure failure);

// How much care a read takes. `scan` is the hot path: no fstat unless the
// read comes back empty or reaches the limit. `careful` is for migrations,
// lockfiles and configuration: the type and size are known before a byte is
// read, and a link to a regular file inside the root is followed.
enum class ReadCare : std::uint8_t { scan, careful };

// No name that is looked for in the pieces of a file is longer.
inline constexpr std::size_t piece_overlap = 1024;

class OpenDirectory;

struct ReadRequest {
  std::string_view path; // root-relative, `/`, no `.` or `..` parts
  ReadCare care = ReadCare::careful;
  std::uint64_t limit = 16u << 20; // more than this many bytes: too_large
  std::uint64_t size_hint = 0;     // from the index; 0: not known
  OpenDirectory* nearby = nullptr; // speeds up reading neighbours
  FileStamp* stamp = nullptr;      // receives that of the file that is read
};

struct DirectoryEntry {
  std::string name; // bytes, never "." or ".."
  FileKind kind = FileKind::unknown;
};

// A file that git knows.
struct TrackedFile {
  std::string_view path;  // from the root; as long as the reader lives
  std::uint64_t size = 0; // 0: not known
  FileKind kind = FileKind::regular; // or a link
  bool skip_worktree = false;
};

// The only abstract class of reading. Thread-safe: one object serves all
// threads. Nothing outside the root is ever opened.
class FileReader {
 public:
  virtual ~FileReader() = default;

  // Reads a whole file. On failure the buffer's text is empty.
  virtual ReadFailure
  read(const ReadRequest& request, FileBuffer& buffer) const = 0;

  // Shows a file of more bytes than one would keep piece by piece: at most
  // 1 MiB each, beginning with the last `piece_overlap` bytes of the one
  // before. Ends early where `visit` says false; a link is not followed.
  virtual ReadFailure read_pieces(
      const ReadRequest& request,
      const std::function<bool(std::string_view)>& visit) const;

  // The stamp of a path, without reading it or following a link. Not known
  // where the reader has none.
  virtual FileStamp stamp(std::string_view path, OpenDirectory& nearby) const;

  // Git's name of what read() gives for a path; nothing: it is not known before
  // the file is read, or it is a link.
  virtual std::optional<BlobId>
  content_id(std::string_view path, OpenDirectory& nearby) const;

  // Reads a whole file into a string, for files of which there are few.
  ReadFailure read(const ReadRequest& request, std::string& text) const;

  // The entries of a directory in no order; "" is the root. A link to a
  // directory gives `bad_link` and is not entered.
  virtual ReadFailure list(
      std::string_view directory,
      std::vector<DirectoryEntry>& entries) const = 0;

  // What a path is, without following a last link.
  virtual FileKind kind(std::string_view path) const = 0;

  // Shows the files of the project, by path, where the reader has them from
  // git's index or a commit. False: it has them from the disk, and which ones
  // git tracks is to be looked up.
  virtual bool
  visit_tracked(const std::function<void(const TrackedFile&)>& visit) const;

  // The git repository whose work tree holds the root, if any.
  virtual GitRepository find_git(const GitVariables& variables) const;

  // Reads one of git's own files, which may lie outside of the root. `name`
  // is for the kinds of files that there are several of.
  virtual ReadFailure read_git(
      const GitRepository& repository,
      GitFile file,
      std::string_view name,
      std::uint64_t limit,
      std::string& buffer) const;

  // When one of git's own files was written last, in ns since 1970; 0: not
  // known.
  virtual std::int64_t
  git_file_time(const GitRepository& repository, GitFile file) const;
};

} // namespace migcheck
