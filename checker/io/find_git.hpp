// Finds git's own files on disk.
#pragma once

#include "io/file_reader.hpp"
#include "io/git_repository.hpp"

#include <string>
#include <string_view>

namespace migcheck {

// Looks for `.git` in the root and, within one file system, above it, as git
// does. A directory that is no repository is passed over; a file must name
// one.
GitRepository
find_git_on_disk(const std::string& root, const GitVariables& variables);

// When one of the files was written last, in ns since 1970; 0: not known.
std::int64_t
git_file_time_on_disk(const GitRepository& repository, GitFile file);

// Reads one of the files. Links inside git's directories are not followed.
ReadFailure read_git_on_disk(
    const GitRepository& repository,
    GitFile file,
    std::string_view name,
    std::uint64_t limit,
    std::string& buffer);

} // namespace migcheck
