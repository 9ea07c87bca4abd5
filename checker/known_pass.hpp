// The findings of a check that were known before.
#pragma once

#include "check/suppressions.hpp"
#include "config/known_file.hpp"
#include "pipeline.hpp"

#include <vector>

namespace migcheck {

// As accept_known, for a project that was checked. Nothing is done where the
// options have no file.
std::vector<KnownFinding> accept_known_findings(
    const CheckOptions& options,
    const LoadedProject& loaded,
    Suppressed& found);

} // namespace migcheck
