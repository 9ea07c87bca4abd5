// What runners and frameworks keep beside the migrations.
#pragma once

#include "base_pass.hpp"
#include "pipeline.hpp"

namespace migcheck {

// Fills in the project's drifts. Migrations have been read, and compared with
// the base. `history` is the path of an exported history table, "" = none;
// where it cannot be compared the check is incomplete.
void load_drifts(
    const FileReader& reader,
    const std::string& history,
    BasePass& base,
    LoadedProject& loaded);

} // namespace migcheck
