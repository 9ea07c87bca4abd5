// A whole small project in memory, and what discovery finds in it.
#pragma once

#include "discover/directories.hpp"
#include "io/memory_reader.hpp"

#include <map>
#include <string>
#include <vector>

namespace migcheck {

using Files = std::map<std::string, std::string>; // path -> bytes

// The text of a migration that matters no further.
inline const std::string create = "CREATE TABLE a (id int);\n";

struct SmallProject {
  explicit SmallProject(Files with);

  Result<Discovered> find(const Config& config = {}) const;

  Files files;
  MemoryReader reader;
  std::vector<FileEntry> entries; // all files, by path
};

// The files at these paths, each creating a table.
Files plain(const std::vector<std::string>& paths);

// A line for each directory, "path layout dialect: entry entry+down …;
// retired …; code …; skipped …", or "error: " and the message.
std::string show(const Result<Discovered>& found);

struct DirectoriesCase {
  const char* what;
  Files files;
  std::string expected; // as show() gives it
};

void expect_all(const std::vector<DirectoriesCase>& cases);

} // namespace migcheck
