// Which migrations are new: the one place that decides it.
#pragma once

#include "model/base.hpp"
#include "model/lockfile.hpp"
#include "model/migration.hpp"

namespace migcheck {

// Fills in `novelty`. With a base (else null), what is on it is known, edited
// and renamed or not, and all others are fresh; of a directory that is not on
// it and holds more than a few migrations nothing is told: it may have been
// moved. Without a base and with a sound lockfile, a migration that it holds is
// known, by its name or, renamed, by its content; all others are fresh.
// Without one nothing tells. What stands before the baseline is known anyway;
// of repeatables, which run again and again, nothing is told. Linear.
void tell_novelty(
    MigrationDirectory& directory,
    const Lockfile& lockfile,
    const BaseDirectory* base);

} // namespace migcheck
