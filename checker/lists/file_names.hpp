// The project's SQL and changelog files by base name: where an entry lies that
// its directory does not hold.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace migcheck::lists {

struct NamedPath {
  std::string_view base; // the path's last part
  std::string_view path;
};

// The paths must outlive it. Only names with an extension that migrations
// have are kept.
class FileNames {
 public:
  FileNames() = default;
  explicit FileNames(std::span<const std::string_view> paths);

  // In the order in which the paths were given.
  std::span<const NamedPath> find(std::string_view base) const;

  bool contains(std::string_view path) const;

  // The same for a path in two parts; no folder is "".
  bool contains(std::string_view folder, std::string_view base) const;

  // How many of the names lie directly in a folder.
  std::uint32_t count_in(std::string_view folder) const;

 private:
  struct FolderCount {
    std::string_view folder;
    std::uint32_t count = 0;
  };

  std::vector<NamedPath> names_;     // sorted by base
  std::vector<FolderCount> folders_; // sorted; one may stand there repeatedly
};

// A folder that keeps what is no longer live: "archive", "v0-archived", "old".
bool is_archive_folder(std::string_view part);

// A folder of test data: "testdata", "fixtures".
bool is_test_data_folder(std::string_view part);

// True when one part of the path is such a folder.
bool lies_in_archive(std::string_view folder);
bool lies_in_test_data(std::string_view folder);

// True for files that tests are made of, by their path.
bool is_test_path(std::string_view path);

} // namespace migcheck::lists
