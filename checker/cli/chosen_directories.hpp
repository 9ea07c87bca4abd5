// `--directory PATH`: which of the migration directories a command shows.
#pragma once

#include "cli/options.hpp"
#include "cli/run.hpp"
#include "cli/workspace.hpp"
#include "diagnostic/error.hpp"
#include "model/project.hpp"

#include <cstddef>
#include <vector>

namespace migcheck {

// Indexes of the project's directories: the one that is named, else all. An
// error: there is none of that path, or none at all; it names those that there
// are.
Result<std::vector<std::size_t>> chosen_directories(
    const Environment& environment,
    const Options& options,
    const Workspace& workspace,
    const Project& project);

// The same for commands that show one. An error, too: there are several, and
// none is named.
Result<std::size_t> chosen_directory(
    const Environment& environment,
    const Options& options,
    const Workspace& workspace,
    const Project& project);

} // namespace migcheck
