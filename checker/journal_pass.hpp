// What runners and frameworks keep beside the migrations.
#pragma once

#include "base_pass.hpp"
#include "pipeline.hpp"

namespace migcheck {

// Fills in the project's drifts. Migrations have been read, and compared with
// the base. Where the exported history of the options cannot be compared, the
// check is incomplete.
void load_drifts(
    const FileReader& reader,
    const CheckOptions& options,
    BasePass& base,
    LoadedProject& loaded);

} // namespace migcheck
