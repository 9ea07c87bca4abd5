// Which directories are migration directories, of which layout and dialect,
// and what is in them. Works on names, and on the heads of a few files of each
// candidate.
#pragma once

#include "config/config.hpp"
#include "discover/file_list.hpp"
#include "model/migration.hpp"

#include <span>
#include <string>
#include <vector>

namespace migcheck {

// A directory that looked like one and was left out, for `migrations` and
// --verbose.
struct RejectedDirectory {
  std::string path;
  std::string reason;
};

struct Discovered {
  std::vector<MigrationDirectory> directories; // by path
  std::vector<RejectedDirectory> rejected;     // by path
};

// Paths of directories that may hold migrations, from names alone: those whose
// untracked files must be known before `find_directories` decides.
std::vector<std::string>
candidate_directories(const FileList& files, const Config& config);

// The directories with their migrations in the runner's order, files not read
// yet. An error is a [[directory]] of the configuration that is not there.
Result<Discovered> find_directories(
    const FileList& files, const FileReader& reader, const Config& config);

// The same for files sorted by path bytes.
std::vector<std::string>
candidate_folders(std::span<const FileEntry> files, const Config& config);

Result<Discovered> find_directories_in(
    std::span<const FileEntry> files,
    const FileReader& reader,
    const Config& config);

} // namespace migcheck
