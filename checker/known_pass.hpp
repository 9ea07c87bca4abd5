// The findings of a check that were known before.
#pragma once

#include "check/suppressions.hpp"
#include "config/known_file.hpp"
#include "pipeline.hpp"

#include <vector>

namespace migcheck {

// As accept_known, for a project that was checked. Nothing is done where no
// file is given.
std::vector<KnownFinding> accept_known_findings(
    const KnownFile* file,
    const LoadedProject& loaded,
    const ActiveRules& active,
    Suppressed& found);

} // namespace migcheck
