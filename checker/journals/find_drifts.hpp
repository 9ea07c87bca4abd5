// Looks for what runners and frameworks keep beside the migrations, by the
// names in the file list, and compares each with its files.
#pragma once

#include "journals/sources.hpp"
#include "model/drifts.hpp"

namespace migcheck {

// Reads nothing where nothing of the kind is in the list.
Drifts find_drifts(const JournalSources& sources);

} // namespace migcheck
