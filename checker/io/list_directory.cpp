#include "io/list_directory.hpp"

#include "io/descriptor.hpp"
#include "io/root_directory.hpp"
#include "io/system_calls.hpp"

#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

namespace migcheck {
namespace {

FileKind kind_of_type(unsigned char type) {
  switch (type) {
  case DT_REG:
    return FileKind::regular;
  case DT_DIR:
    return FileKind::directory;
  case DT_LNK:
    return FileKind::link;
  case DT_UNKNOWN:
    return FileKind::unknown;
  default:
    return FileKind::other;
  }
}

// Collects entries into the strings that are there already.
class Entries {
 public:
  Entries(int directory, std::vector<DirectoryEntry>& entries)
      : directory_(directory), entries_(entries) {}

  // False when it cannot be found out what the entry is. One that is gone by
  // now stays unknown.
  bool add(const char* name, unsigned char type) {
    if (std::strcmp(name, ".") == 0 || std::strcmp(name, "..") == 0) {
      return true;
    }
    if (count_ == entries_.size()) {
      entries_.emplace_back();
    }
    DirectoryEntry& entry = entries_[count_++];
    entry.name = name;
    entry.kind = kind_of_type(type);
    if (entry.kind != FileKind::unknown) {
      return true;
    }
    FileStatus status{};
    if (system_calls.link_status(directory_, name, &status) != 0) {
      return errno == ENOENT;
    }
    entry.kind = kind_of_mode(status.st_mode);
    return true;
  }

  ReadFailure finish(ReadFailure failure) {
    entries_.resize(failure == ReadFailure::none ? count_ : 0);
    return failure;
  }

 private:
  int directory_;
  std::vector<DirectoryEntry>& entries_;
  std::size_t count_ = 0;
};

#if defined(__linux__) && !defined(MIGCHECK_PORTABLE)

constexpr std::size_t buffer_size = std::size_t{64} << 10;

// One record of getdents64: inode and offset (8 bytes each), record length
// (2), type (1), name.
constexpr std::size_t length_at = 16;
constexpr std::size_t type_at = 18;
constexpr std::size_t name_at = 19;

ReadFailure read_entries(int descriptor, Entries& entries) {
  alignas(std::uint64_t) static thread_local char buffer[buffer_size];
  while (true) {
    const ssize_t size = system_calls.list(descriptor, buffer, buffer_size);
    if (size < 0 && errno == EINTR) {
      continue;
    }
    if (size < 0) {
      return failure_of(errno);
    }
    if (size == 0) {
      return ReadFailure::none;
    }
    for (const char* at = buffer; at < buffer + size;) {
      std::uint16_t length = 0;
      std::memcpy(&length, at + length_at, sizeof length);
      if (!entries.add(at + name_at, static_cast<unsigned char>(at[type_at]))) {
        return failure_of(errno);
      }
      at += length;
    }
  }
}

#else

// The stream closes its descriptor itself: it gets one of its own.
ReadFailure read_entries(int descriptor, Entries& entries) {
  const Descriptor again(system_calls.open_at(
      descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0));
  if (!again) {
    return failure_of(errno);
  }
  const int own = ::fcntl(again.get(), F_DUPFD_CLOEXEC, 0);
  DIR* stream = own < 0 ? nullptr : ::fdopendir(own);
  if (stream == nullptr) {
    ::close(own);
    return ReadFailure::io_error;
  }
  errno = 0;
  const dirent* entry = nullptr;
  while ((entry = ::readdir(stream)) != nullptr &&
         entries.add(entry->d_name, entry->d_type)) {
    errno = 0;
  }
  const ReadFailure failure =
      errno == 0 ? ReadFailure::none : failure_of(errno);
  ::closedir(stream);
  return failure;
}

#endif

} // namespace

ReadFailure
list_directory(int descriptor, std::vector<DirectoryEntry>& entries) {
  Entries found(descriptor, entries);
  return found.finish(read_entries(descriptor, found));
}

} // namespace migcheck
