// The names in a directory that is open.
#pragma once

#include "io/file_reader.hpp"

#include <vector>

namespace migcheck {

// Replaces `entries`; the strings of old ones are used again. Where the
// directory does not say what an entry is, its status is asked for.
ReadFailure
list_directory(int descriptor, std::vector<DirectoryEntry>& entries);

} // namespace migcheck
