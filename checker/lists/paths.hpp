// Paths as text: parts between slashes, nothing of the disk.
#pragma once

#include "text/path_parts.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck::lists {

// The parts that are not empty.
std::vector<std::string_view> split_path(std::string_view path);

// Parts [begin, end) with `/` between them; `.` is left out.
std::string join_parts(
    const std::vector<std::string_view>& parts,
    std::size_t begin,
    std::size_t end);

// Folder and name put together and made plain: no `.` or empty parts, `..`
// resolved against what stands before it; leading `..` are kept.
std::string join_path(std::string_view folder, std::string_view name);

// True when `path` is `tail` or ends in `/` and `tail`.
bool ends_in_path(std::string_view path, std::string_view tail);

} // namespace migcheck::lists
