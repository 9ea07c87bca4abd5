// What migcheck.toml excuses and nothing needs any more, [[ignore]] aside.
#pragma once

#include "diagnostic/diagnostic.hpp"
#include "lists/find_lists.hpp"
#include "model/project.hpp"

#include <vector>

namespace migcheck {

// Adds a finding for each [[list]] table that fits no list, each name of its
// `except` that excuses nothing, and each of a directory's `gaps` in which no
// version is missing. Only for a check that has read everything.
void report_stale_config(
    const Project& project,
    const FoundLists& found,
    std::vector<Diagnostic>& diagnostics);

} // namespace migcheck
