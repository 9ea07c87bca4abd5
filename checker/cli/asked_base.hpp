// Which commit a check compares with: as the command line says, else the
// configuration, else what a push is said to replace, else what the CI service
// says of the pull request.
#pragma once

#include "base/base_request.hpp"
#include "cli/options.hpp"
#include "cli/run.hpp"
#include "config/config.hpp"
#include "diagnostic/error.hpp"

#include <optional>

namespace migcheck {

// Nothing: there is no base. Known are GitHub Actions (pull requests, merge
// queues, and pushes to the default branch), GitLab CI (merge requests),
// Buildkite, CircleCI and Jenkins (pull requests). An error: a service names
// something that is no commit's name.
Result<std::optional<BaseRequest>> asked_base(
    const Environment& environment,
    const Options& options,
    const Config& config);

} // namespace migcheck
