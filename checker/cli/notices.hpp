// What is said about a run on standard error, besides the report.
#pragma once

#include "cli/run.hpp"
#include "pipeline.hpp"

#include <vector>

namespace migcheck {

// Directories, their layouts and why, names that were skipped, directories
// that were left out, oddities of the file list: for --verbose.
void say_what_was_found(
    const Environment& environment, const LoadedProject& loaded);

// What keeps the check from being complete; at most 20 lines.
void say_what_is_missing(
    const Environment& environment, const std::vector<Incomplete>& incomplete);

} // namespace migcheck
