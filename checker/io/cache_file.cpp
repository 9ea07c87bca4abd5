#include "io/cache_file.hpp"

#include "io/atomic_write.hpp"
#include "io/descriptor.hpp"
#include "io/read_file.hpp"
#include "io/root_directory.hpp"
#include "text/path_parts.hpp"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace migcheck {
namespace {

constexpr const char* folder = "migcheck";
constexpr mode_t private_folder = 0700;
constexpr mode_t written_by_others = 022;

bool belongs_to_user(int descriptor, FileStatus& status) {
  return system_calls.status(descriptor, &status) == 0 &&
         status.st_uid == ::geteuid() &&
         (status.st_mode & written_by_others) == 0;
}

// A directory of the user's; nothing is open where there is none.
Descriptor open_own(int above, const char* name, int flags) {
  Descriptor directory(system_calls.open_at(above, name, flags, 0));
  FileStatus status{};
  return directory && belongs_to_user(directory.get(), status)
             ? std::move(directory)
             : Descriptor();
}

// The same, made where it is missing.
Descriptor open_or_make(int above, const char* name, int flags) {
  Descriptor directory = open_own(above, name, flags);
  if (!directory &&
      system_calls.make_directory(above, name, private_folder) == 0) {
    directory = open_own(above, name, flags);
  }
  return directory;
}

// The user has named it, so links in its path are followed. Only its last part
// is made.
Descriptor open_base(const std::string& base) {
  constexpr int links = ~O_NOFOLLOW;
  Descriptor directory = open_own(AT_FDCWD, base.c_str(), list_flags & links);
  if (directory) {
    return directory;
  }
  const std::string above(parent_folder(base));
  const Descriptor parent =
      open_own(AT_FDCWD, above.c_str(), list_flags & links);
  return parent ? open_or_make(
                      parent.get(),
                      std::string(last_part(base)).c_str(),
                      list_flags)
                : Descriptor();
}

} // namespace

std::string read_cache_file(const CachePlace& place, std::uint64_t limit) {
  const std::string path = place.base + '/' + folder + '/' + place.name;
  const Descriptor file(
      system_calls.open_at(AT_FDCWD, path.c_str(), read_flags, 0));
  FileStatus status{};
  if (!file || !belongs_to_user(file.get(), status) ||
      !S_ISREG(status.st_mode)) {
    return {};
  }
  FileBuffer buffer;
  const auto size = static_cast<std::uint64_t>(status.st_size);
  return read_quickly(file.get(), limit, size, buffer) == ReadFailure::none
             ? buffer.take()
             : std::string();
}

void write_cache_file(const CachePlace& place, std::string_view bytes) {
  const Descriptor base = open_base(place.base);
  if (!base) {
    return;
  }
  const Descriptor directory = open_or_make(base.get(), folder, list_flags);
  if (directory) {
    WriteGuard guard;
    guard.may_exist = true;
    guard.disposable = true;
    // An error leaves the file as it was, which is all that is asked for.
    (void)replace_file({directory.get(), place.name, place.name}, bytes, guard);
  }
}

} // namespace migcheck
