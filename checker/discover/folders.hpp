// The file list seen as folders: which ones may hold migrations, and what lies
// directly in one. One pass over the paths; nothing is read.
#pragma once

#include "discover/file_list.hpp"
#include "text/path_parts.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

// What lies directly in a folder. Views live as long as the file list.
struct Folder {
  std::string path; // "." is the root
  std::vector<const FileEntry*> files;
  std::vector<std::string_view> subfolders; // names
};

// True for ".sql" at the end, in any case.
bool ends_in_sql(std::string_view path);

// True for ".cql" at the end: what Cassandra's tools run.
bool ends_in_cql(std::string_view path);

// The folder that a path lies in; "." for a name alone.
std::string_view folder_of(std::string_view path);

// `folder` and `name` as one path.
std::string join_path(std::string_view folder, std::string_view name);

// Files sorted by path bytes.
class Folders {
 public:
  explicit Folders(std::span<const FileEntry> files) : files_(files) {}

  // Paths of folders that may hold migrations, sorted: there is SQL in them,
  // or in folders of theirs (`*/up.sql`, `*/migration.sql`, `deploy/`), or a
  // runner's own file, or migrations are what they are named for.
  std::vector<std::string> candidates() const;

  // Takes time proportional to what lies directly in the folder.
  Folder folder(std::string_view path) const;

  bool has_file(std::string_view path) const;

  // True when at least one file lies below the folder.
  bool has_folder(std::string_view path) const;

  // All files below the folder, contiguous.
  std::span<const FileEntry> below(std::string_view path) const;

 private:
  std::size_t first_not_below(std::string_view path) const;
  std::span<const FileEntry> files_;
};

} // namespace migcheck
