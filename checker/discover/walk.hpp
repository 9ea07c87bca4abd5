// The files below a root that git would not ignore, found by listing
// directories.
#pragma once

#include "discover/exclusion.hpp"
#include "discover/ignore_rules.hpp"
#include "io/file_reader.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck {

struct WalkLimits {
  std::uint64_t depth = 256; // directories below each other
  std::uint64_t files = 1000000;
};

// What the walk meets, in the order of path bytes. `path` is valid during the
// call only.
struct WalkEvents {
  std::function<void(std::string_view path, FileKind kind)> file;
  std::function<void(std::string_view path, std::string_view why)> problem;
};

struct WalkOptions {
  WalkLimits limits;
  bool skip_repositories = true; // directories with a repository of their own
};

// Iterative; links are reported and not followed. What makes it incomplete is
// a problem: a directory that cannot be listed, a limit that is reached.
void walk(
    const FileReader& reader,
    IgnoreRules& rules,
    Exclusion& exclusion,
    const WalkOptions& options,
    const WalkEvents& events);

// True when the entries are those of a directory that holds a repository of
// its own, whose files are not the outer one's.
bool is_repository(
    const FileReader& reader,
    const std::string& directory,
    const std::vector<DirectoryEntry>& entries);

} // namespace migcheck
