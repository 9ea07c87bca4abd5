// The project's SQL and changelog files by base name: where an entry lies that
// its directory does not hold.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace migcheck::lists {

// The paths must outlive it. Only names with an extension that migrations
// have are kept.
class FileNames {
 public:
  FileNames() = default;

  // In the order in which the paths are added.
  void add(std::string_view path);

  std::span<const std::string_view> find(std::string_view base) const;

  bool contains(std::string_view path) const;

  // How many of the names lie directly in a folder.
  std::uint32_t count_in(std::string_view folder) const;

 private:
  std::unordered_map<std::string_view, std::vector<std::string_view>> paths_;
  std::unordered_map<std::string_view, std::uint32_t> folders_;
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
