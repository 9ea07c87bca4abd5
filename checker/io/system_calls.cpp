#include "io/system_calls.hpp"

#include <cerrno>
#include <cstdio>
#include <ctime>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#if defined(__linux__) && !defined(MIGCHECK_PORTABLE)
#include <linux/openat2.h>
#include <sys/syscall.h>
#endif

namespace migcheck {
namespace {

int open_at(int directory, const char* path, int flags, mode_t mode) {
  return ::openat(directory, path, flags, mode);
}

int link_status(int directory, const char* name, FileStatus* result) {
  return ::fstatat(directory, name, result, AT_SYMLINK_NOFOLLOW);
}

int rename_in(int directory, const char* from, const char* to) {
  return ::renameat(directory, from, directory, to);
}

int remove_from(int directory, const char* name) {
  return ::unlinkat(directory, name, 0);
}

int lock(int descriptor) {
  return ::flock(descriptor, LOCK_EX | LOCK_NB);
}

std::int64_t nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

std::int64_t now() {
  timespec time{};
  return ::clock_gettime(CLOCK_REALTIME, &time) == 0 ? nanoseconds(time) : 0;
}

#if defined(__linux__) && !defined(MIGCHECK_PORTABLE)

int open_beneath(int directory, const char* path, int flags) {
  open_how how{};
  how.flags = static_cast<std::uint64_t>(flags);
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
  return static_cast<int>(
      ::syscall(SYS_openat2, directory, path, &how, sizeof how));
}

ssize_t list(int directory, void* entries, std::size_t size) {
  return ::syscall(SYS_getdents64, directory, entries, size);
}

#else

int open_beneath(int, const char*, int) {
  errno = ENOSYS;
  return -1;
}

ssize_t list(int, void*, std::size_t) {
  errno = ENOSYS;
  return -1;
}

#endif

} // namespace

// Other systems have other names for them.
#ifdef __APPLE__
#define st_mtim st_mtimespec
#define st_ctim st_ctimespec
#endif

std::int64_t modification_time(const FileStatus& status) {
  return nanoseconds(status.st_mtim);
}

std::int64_t change_time(const FileStatus& status) {
  return nanoseconds(status.st_ctim);
}

SystemCalls real_system_calls() {
  SystemCalls calls{};
  calls.open_beneath = open_beneath;
  calls.open_at = open_at;
  calls.close = ::close;
  calls.read = ::read;
  calls.write = ::write;
  calls.status = ::fstat;
  calls.link_status = link_status;
  calls.read_link = ::readlinkat;
  calls.list = list;
  calls.set_mode = ::fchmod;
  calls.sync = ::fsync;
  calls.rename = rename_in;
  calls.remove = remove_from;
  calls.lock = lock;
  calls.make_directory = ::mkdirat;
  calls.now = now;
  return calls;
}

constinit SystemCalls system_calls{
    open_beneath,
    open_at,
    ::close,
    ::read,
    ::write,
    ::fstat,
    link_status,
    ::readlinkat,
    list,
    ::fchmod,
    ::fsync,
    rename_in,
    remove_from,
    lock,
    ::mkdirat,
    now};

} // namespace migcheck
