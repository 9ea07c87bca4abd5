// Services that start beside a database whose tables nothing makes.
#pragma once

#include "runs/containers.hpp"
#include "runs/find_runs.hpp"

#include <vector>

namespace migcheck::runs {

// Only where the project has one directory of migrations, nothing runs or
// lists them, and no file but documentation as much as speaks of migrations.
std::vector<UnmigratedService> unmigrated_services(
    const std::vector<ComposeFile>& files,
    const std::vector<RunnerUse>& uses,
    const RunsInput& input);

} // namespace migcheck::runs
