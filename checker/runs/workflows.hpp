// GitHub workflows: what starts them, and what their steps run.
#pragma once

#include "model/runner_use.hpp"
#include "runs/path_finder.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace migcheck::runs {

struct ReadWorkflow {
  Workflow workflow;
  std::vector<RunnerUse> uses;
};

ReadWorkflow read_workflow(
    const std::string& path, std::string_view text, const PathFinder& finder);

} // namespace migcheck::runs
