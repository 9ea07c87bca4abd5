#include "io/disk_reader.hpp"

#include "io/find_git.hpp"
#include "io/list_directory.hpp"
#include "io/read_file.hpp"
#include "io/root_directory.hpp"

#include <utility>

namespace migcheck {
namespace {

constexpr int most_links = 40; // as Linux has it

// File systems count time in steps: of 2 s at the most (FAT). In so many ns a
// second change of a file has another time than the first one.
constexpr std::int64_t longest_step = 3'000'000'000;

class DiskReader final : public FileReader {
 public:
  using FileReader::read;

  explicit DiskReader(const std::string& root)
      : path_(root), root_(root), settled_(system_calls.now() - longest_step) {}

  ReadFailure
  read(const ReadRequest& request, FileBuffer& buffer) const override {
    RootDirectory::Opened opened =
        request.nearby != nullptr
            ? root_.open_near(request.path, read_flags, *request.nearby)
            : root_.open(request.path, read_flags);
    if (opened.is_link) {
      if (request.care == ReadCare::scan) {
        opened.failure = ReadFailure::not_regular;
      } else {
        opened = follow(std::string(request.path));
      }
    }
    if (!opened.file) {
      buffer.set_size(0);
      return opened.failure;
    }
    const int file = opened.file.get();
    if (request.stamp != nullptr) {
      *request.stamp = stamp_of(file);
    }
    return request.care == ReadCare::scan
               ? read_quickly(file, request.limit, request.size_hint, buffer)
               : read_carefully(file, request.limit, buffer);
  }

  ReadFailure read_pieces(
      const ReadRequest& request,
      const std::function<bool(std::string_view)>& visit) const override {
    const RootDirectory::Opened opened = root_.open(request.path, read_flags);
    if (!opened.file) {
      return opened.is_link ? ReadFailure::not_regular : opened.failure;
    }
    return read_in_pieces(opened.file.get(), request.limit, visit);
  }

  FileStamp stamp(std::string_view path, OpenDirectory& nearby) const override {
    FileStatus status{};
    return root_.look_near(path, nearby, status) ? stamp_of(status)
                                                 : FileStamp();
  }

  ReadFailure list(
      std::string_view directory,
      std::vector<DirectoryEntry>& entries) const override {
    const RootDirectory::Opened opened = root_.open(directory, list_flags);
    if (opened.file) {
      return list_directory(opened.file.get(), entries);
    }
    entries.clear();
    return opened.failure == ReadFailure::missing ? not_listed(directory)
                                                  : opened.failure;
  }

  FileKind kind(std::string_view path) const override {
    return root_.kind(path);
  }

  GitRepository find_git(const GitVariables& variables) const override {
    return find_git_on_disk(path_, variables);
  }

  ReadFailure read_git(
      const GitRepository& repository,
      GitFile file,
      std::string_view name,
      std::uint64_t limit,
      std::string& buffer) const override {
    return read_git_on_disk(repository, file, name, limit, buffer);
  }

  std::int64_t
  git_file_time(const GitRepository& repository, GitFile file) const override {
    return git_file_time_on_disk(repository, file);
  }

 private:
  FileStamp stamp_of(int file) const {
    FileStatus status{};
    const bool regular =
        system_calls.status(file, &status) == 0 && S_ISREG(status.st_mode);
    return regular ? stamp_of(status) : FileStamp();
  }

  FileStamp stamp_of(const FileStatus& status) const {
    const std::int64_t changed = change_time(status);
    if (changed >= settled_) {
      return {};
    }
    return {
        true,
        static_cast<std::uint64_t>(status.st_size),
        status.st_ino,
        modification_time(status),
        changed};
  }

  // What stands where a directory was looked for: the system says "no
  // directory" of links and files alike.
  ReadFailure not_listed(std::string_view path) const {
    switch (root_.kind(path)) {
    case FileKind::unknown:
      return ReadFailure::missing;
    case FileKind::link:
      return ReadFailure::bad_link;
    default:
      return ReadFailure::not_regular;
    }
  }

  // Opens what a chain of links ends at. Each link is resolved here and
  // opened like any other path, so that none can lead out.
  RootDirectory::Opened follow(std::string path) const {
    for (int links = 0; links < most_links; ++links) {
      RootDirectory::Target target = root_.link_target(path);
      if (target.failure != ReadFailure::none) {
        return {Descriptor(), target.failure};
      }
      path = std::move(target.path);
      RootDirectory::Opened opened = root_.open(path, read_flags);
      if (!opened.is_link) {
        if (opened.failure == ReadFailure::missing) {
          opened.failure = ReadFailure::bad_link;
        }
        return opened;
      }
    }
    return {Descriptor(), ReadFailure::bad_link};
  }

  std::string path_;
  RootDirectory root_;
  std::int64_t settled_; // what was changed since may be changed unseen
};

} // namespace

std::unique_ptr<FileReader> disk_reader(const std::string& root) {
  return std::make_unique<DiskReader>(root);
}

} // namespace migcheck
