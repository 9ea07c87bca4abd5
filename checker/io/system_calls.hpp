// The calls into the system that touch files, in one table that tests replace
// to let the n-th call fail. Each entry behaves as the call of its name: -1
// and errno on failure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <sys/stat.h>
#include <sys/types.h>

namespace migcheck {

using FileStatus = struct stat;

struct SystemCalls {
  // openat2 with RESOLVE_BENEATH, RESOLVE_NO_SYMLINKS and
  // RESOLVE_NO_MAGICLINKS; ENOSYS where the system has none.
  int (*open_beneath)(int directory, const char* path, int flags);
  int (*open_at)(int directory, const char* path, int flags, mode_t mode);
  int (*close)(int descriptor);
  ssize_t (*read)(int descriptor, void* bytes, std::size_t size);
  ssize_t (*write)(int descriptor, const void* bytes, std::size_t size);
  int (*status)(int descriptor, FileStatus* result);
  int (*link_status)(int directory, const char* name, FileStatus* result);
  ssize_t (*read_link)(
      int directory, const char* name, char* target, std::size_t size);
  // getdents64; ENOSYS where the system has none.
  ssize_t (*list)(int directory, void* entries, std::size_t size);
  int (*set_mode)(int descriptor, mode_t mode);
  int (*sync)(int descriptor);
  int (*rename)(int directory, const char* from, const char* to);
  int (*remove)(int directory, const char* name);
  int (*lock)(int descriptor); // exclusive, EWOULDBLOCK when another has it
  int (*make_directory)(int directory, const char* name, mode_t mode);
  std::int64_t (*now)(); // by the clock that files get their times from
};

// In ns since 1970, as now() counts.
std::int64_t modification_time(const FileStatus& status);
std::int64_t change_time(const FileStatus& status);

// The table in use: the system's own, unless a test replaced it. Replace it
// only while no other thread reads or writes.
extern SystemCalls system_calls;

// The system's own.
SystemCalls real_system_calls();

} // namespace migcheck
