// With a base: which findings are no work of the branch.
#pragma once

#include "check/suppressions.hpp"
#include "pipeline.hpp"

#include <cstddef>

namespace migcheck {

// Moves what the merge base has too from `found.kept` to `found.taken`: a
// finding of the same identity, or of one with more parts. Gives how many.
//
// Only where something is left that the branch may not have brought, the
// project is read once more as it was there, and as far as the rules in
// question ask for it. What a branch does to its base, and what keeps a check
// from being complete, stays. Where the merge base cannot be read, everything
// stays, and the check is not complete.
std::size_t leave_to_base(
    const CheckOptions& options, LoadedProject& loaded, Suppressed& found);

} // namespace migcheck
