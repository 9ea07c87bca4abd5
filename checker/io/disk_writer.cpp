#include "io/disk_writer.hpp"

#include "io/atomic_write.hpp"
#include "io/root_directory.hpp"
#include "text/path_parts.hpp"
#include "text/printable.hpp"

#include <boost/filesystem/path.hpp>

#include <cerrno>
#include <fcntl.h>

namespace migcheck {
namespace {

Result<void> refuse(std::string_view path, std::string_view why) {
  return fail("cannot write " + quoted(path) + ": " + std::string(why));
}

// Names of streams and devices: written as they are, since replacing
// /dev/stdout would replace the link.
bool is_device_path(std::string_view path) {
  return path.starts_with("/dev/") || path.starts_with("/proc/");
}

// Opens for writing at the end, and writes.
Result<void>
write_at_end(std::string_view path, std::string_view bytes, int flags) {
  if (path.find('\0') != std::string_view::npos) {
    return refuse(path, "the path holds a NUL");
  }
  constexpr int always = O_WRONLY | O_APPEND | O_NOCTTY | O_CLOEXEC;
  int opened = -1;
  do {
    opened = system_calls.open_at(
        AT_FDCWD, std::string(path).c_str(), always | flags, 0666);
  } while (opened < 0 && errno == EINTR);
  Descriptor file(opened);
  if (!file) {
    return refuse(path, system_error_text(errno));
  }
  FileStatus status{};
  const bool plain =
      system_calls.status(file.get(), &status) == 0 && S_ISREG(status.st_mode);
  if (!plain && !is_device_path(path)) {
    return refuse(path, "it is not a regular file");
  }
  if (const int error = write_all(file.get(), bytes)) {
    return refuse(path, system_error_text(error));
  }
  return file.close() ? Result<void>() : refuse(path, system_error_text(errno));
}

class DiskWriter final : public FileWriter {
 public:
  explicit DiskWriter(const std::string& root) : root_(root) {}

  Result<void> replace(
      std::string_view path,
      std::string_view bytes,
      WriteGuard guard) override {
    const RootDirectory::Opened parent =
        root_.open(parent_folder(path), list_flags);
    const std::string name(last_part(path));
    if (!parent.file) {
      return refuse(
          path,
          parent.failure == ReadFailure::missing
              ? "no such directory"
              : read_failure_text(parent.failure));
    }
    if (name.empty() || name == "." || name == ".." ||
        name.find('\0') != std::string::npos) {
      return refuse(path, "it names no file");
    }
    return replace_file({parent.file.get(), name, path}, bytes, guard);
  }

  Result<void>
  write_report(std::string_view path, std::string_view bytes) override {
    if (is_device_path(path)) {
      return write_at_end(path, bytes, 0);
    }
    const boost::filesystem::path whole{std::string(path)};
    const std::string name = whole.filename().string();
    if (name.empty() || name == "." || name == ".." ||
        path.find('\0') != std::string_view::npos) {
      return refuse(path, "it names no file");
    }
    const boost::filesystem::path parent =
        whole.has_parent_path() ? whole.parent_path() : ".";
    const Descriptor directory(system_calls.open_at(
        AT_FDCWD, parent.c_str(), list_flags & ~O_NOFOLLOW, 0));
    if (!directory) {
      return refuse(path, system_error_text(errno));
    }
    return replace_file({directory.get(), name, path}, bytes, {nullptr, true});
  }

  Result<void> append(std::string_view path, std::string_view bytes) override {
    return write_at_end(
        path,
        bytes,
        is_device_path(path) ? 0 : O_CREAT | O_NOFOLLOW | O_NONBLOCK);
  }

 private:
  RootDirectory root_;
};

} // namespace

std::unique_ptr<FileWriter> disk_writer(const std::string& root) {
  return std::make_unique<DiskWriter>(root);
}

} // namespace migcheck
