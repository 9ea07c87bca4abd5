// Everything in the project that applies migrations, or looks at them.
#pragma once

#include "discover/file_list.hpp"
#include "lists/find_lists.hpp"
#include "model/runner_use.hpp"

#include <vector>

namespace migcheck {

// Reads the files that the scan has kept. `directories` must outlive the
// result and not move.
Runs find_runs(
    const std::vector<RunnerSource>& sources,
    const FileList& files,
    const std::vector<MigrationDirectory>& directories);

} // namespace migcheck
