// The pass that looks for hardcoded lists, counts, and what runs migrations.
#pragma once

#include "base_pass.hpp"
#include "io/file_reader.hpp"
#include "lists/scan_options.hpp"
#include "pipeline.hpp"

namespace migcheck {

// Fills in the project's lists, counts and runs, and `found` but for these.
// Directories, migrations and the base are there. What cannot be read leaves
// the check incomplete.
void load_lists(
    const FileReader& reader,
    BasePass& base,
    LoadedProject& loaded,
    lists::ScanOptions how);

} // namespace migcheck
