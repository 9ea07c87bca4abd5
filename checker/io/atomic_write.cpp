#include "io/atomic_write.hpp"

#include "io/descriptor.hpp"
#include "io/read_file.hpp"
#include "io/root_directory.hpp"
#include "text/printable.hpp"

#include <boost/filesystem/operations.hpp>

#include <cerrno>
#include <fcntl.h>
#include <limits>

namespace migcheck {
namespace {

constexpr int name_attempts = 16;
constexpr mode_t permission_bits = 0777;

tl::unexpected<Error>
refuse(const WriteTarget& target, const std::string& why) {
  return fail("cannot write " + quoted(target.shown) + ": " + why);
}

tl::unexpected<Error> refuse(const WriteTarget& target, int error) {
  return refuse(target, system_error_text(error));
}

// What stands at the target.
struct Present {
  bool exists = false;
  mode_t mode = 0;
};

Result<Present> look(const WriteTarget& target) {
  FileStatus status{};
  if (system_calls.link_status(
          target.directory, target.name.c_str(), &status) != 0) {
    if (errno == ENOENT) {
      return Present{};
    }
    return refuse(target, errno);
  }
  const FileKind kind = kind_of_mode(status.st_mode);
  if (kind != FileKind::regular) {
    const bool link = kind == FileKind::link;
    return refuse(target, link ? "it is a link" : "it is not a regular file");
  }
  return Present{true, status.st_mode & permission_bits};
}

// True when the target holds these bytes.
bool holds(const WriteTarget& target, const std::string& expected) {
  int opened = -1;
  do {
    opened = system_calls.open_at(
        target.directory, target.name.c_str(), read_flags, 0);
  } while (opened < 0 && errno == EINTR);
  const Descriptor file(opened);
  FileBuffer bytes;
  return file &&
         read_carefully(file.get(), expected.size(), bytes) ==
             ReadFailure::none &&
         bytes.text() == expected;
}

// The target as the guard wants it.
Result<Present> check(const WriteTarget& target, const WriteGuard& guard) {
  Result<Present> present = look(target);
  if (!present || guard.may_exist) {
    return present;
  }
  std::string why;
  if (guard.expected == nullptr && present->exists) {
    why = "it exists already";
  } else if (guard.expected != nullptr && !holds(target, *guard.expected)) {
    why = "it has changed since it was read";
  }
  if (!why.empty()) {
    return refuse(target, why);
  }
  return present;
}

// Of a new target, less the umask.
mode_t new_mode(const WriteGuard& guard) {
  if (guard.disposable) {
    return 0600;
  }
  return guard.executable ? 0777 : 0666;
}

// A new file in the target's directory that is removed again unless it became
// the target. Its name is short, so that a target with a name of the greatest
// length is no problem.
class TemporaryFile {
 public:
  // `mode` is for a new target, less the umask.
  TemporaryFile(int directory, mode_t mode) : directory_(directory) {
    for (int i = 0; i < name_attempts; ++i) {
      boost::system::error_code failure;
      const auto name =
          boost::filesystem::unique_path(".migcheck-%%%%%%%%%%", failure);
      if (failure) {
        error_ = failure.value();
        return;
      }
      constexpr int flags =
          O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY;
      file_ = Descriptor(
          system_calls.open_at(directory, name.c_str(), flags, mode));
      error_ = file_ ? 0 : errno;
      if (file_) {
        name_ = name.string();
      }
      if (error_ != EEXIST && error_ != EINTR) {
        return;
      }
    }
  }

  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  ~TemporaryFile() {
    if (!name_.empty() && system_calls.remove(directory_, name_.c_str()) != 0) {
      system_calls.remove(directory_, name_.c_str());
    }
  }

  // Of making it; 0 for none.
  int error() const { return error_; }

  // Complete, with the permissions of what it replaces; 0 or errno.
  int fill(
      std::string_view bytes, const Present& present, const WriteGuard& guard) {
    if (const int error = write_all(file_.get(), bytes)) {
      return error;
    }
    if (present.exists && !guard.disposable &&
        system_calls.set_mode(file_.get(), present.mode) != 0) {
      return errno;
    }
    // Some file systems know no sync, which is not an error of ours.
    if (!guard.disposable && system_calls.sync(file_.get()) != 0 &&
        errno != EINVAL && errno != ENOTSUP) {
      return errno;
    }
    return file_.close() ? 0 : errno;
  }

  // 0 or errno.
  int become(const std::string& target) {
    if (system_calls.rename(directory_, name_.c_str(), target.c_str()) != 0) {
      return errno;
    }
    name_.clear();
    return 0;
  }

 private:
  int directory_;
  Descriptor file_;
  std::string name_;
  int error_ = 0;
};

// Of the directory, held as long as it is open. A file system without such
// locks is not an error.
Result<Descriptor> lock(const WriteTarget& target) {
  Descriptor directory(
      system_calls.open_at(target.directory, ".", list_flags, 0));
  if (!directory) {
    return refuse(target, errno);
  }
  if (system_calls.lock(directory.get()) != 0 && errno == EWOULDBLOCK) {
    return refuse(target, "another program is writing in its directory");
  }
  return directory;
}

} // namespace

std::string system_error_text(int error) {
  switch (error) {
  case EACCES:
  case EPERM:
    return "permission denied";
  case ENOENT:
    return "no such directory";
  case ENOTDIR:
    return "a part of the path is not a directory";
  case EISDIR:
    return "it is a directory";
  case ELOOP:
    return "a part of the path is a link";
  case ENOSPC:
  case EDQUOT:
    return "no space left";
  case EROFS:
    return "the file system is read-only";
  case EFBIG:
    return "the file would be too large";
  case ENAMETOOLONG:
    return "the name is too long";
  case EPIPE:
    return "nobody reads it";
  case EMFILE:
  case ENFILE:
    return "too many open files";
  default:
    return "system error " + std::to_string(error);
  }
}

int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count =
        system_calls.write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno != EINTR) {
      return errno;
    }
    if (count == 0) {
      return ENOSPC;
    }
    if (count > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
  }
  return 0;
}

Result<void> replace_file(
    const WriteTarget& target, std::string_view bytes, WriteGuard guard) {
  const Result<Descriptor> held = lock(target);
  if (!held) {
    return fail(held.error().message);
  }
  const Result<Present> present = check(target, guard);
  if (!present) {
    return fail(present.error().message);
  }
  TemporaryFile temporary(target.directory, new_mode(guard));
  if (temporary.error() != 0) {
    return refuse(target, temporary.error());
  }
  if (const int error = temporary.fill(bytes, *present, guard)) {
    return refuse(target, error);
  }
  if (const Result<Present> still = check(target, guard); !still) {
    return fail(still.error().message);
  }
  if (const int error = temporary.become(target.name)) {
    return refuse(target, error);
  }
  // The new bytes stand whole in any case: what this could lose in a crash is
  // the rename.
  if (!guard.disposable) {
    system_calls.sync(target.directory);
  }
  return {};
}

} // namespace migcheck
