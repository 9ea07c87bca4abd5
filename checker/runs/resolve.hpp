// From files as a script names them to migrations.
#pragma once

#include "model/runner_use.hpp"
#include "runs/file_set.hpp"
#include "runs/path_finder.hpp"

#include <string>
#include <vector>

namespace migcheck::runs {

// Adds those of `uses` whose directory is known. `path` is the file they
// stand in.
void resolve_uses(
    const std::vector<NamedUse>& uses,
    const std::string& path,
    const PathOrigin& origin,
    const PathFinder& finder,
    std::vector<RunnerUse>& out);

} // namespace migcheck::runs
