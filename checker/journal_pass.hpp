// What runners and frameworks keep beside the migrations.
#pragma once

#include "pipeline.hpp"

namespace migcheck {

// Fills in the project's drifts. Migrations have been read.
void load_drifts(const FileReader& reader, LoadedProject& loaded);

} // namespace migcheck
