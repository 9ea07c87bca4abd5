// Which migrations are read once more for what their statements say: only
// where something asks.
#pragma once

#include "pipeline.hpp"
#include "sql/load.hpp"

namespace migcheck {

// Fills in SqlFile::script in the directories that `which` means.
void load_statements(
    const FileReader& reader,
    const LoadOptions& how,
    WithScripts which,
    LoadedProject& loaded);

// The same for directories of which a list says what their migrations make.
void load_listed_statements(
    const FileReader& reader, const LoadOptions& how, LoadedProject& loaded);

// The copies of tables in the files that the scan has kept, and for them the
// statements of all directories in use. Files with copies become sources: what
// users allow in their comments holds.
void load_copies(
    const FileReader& reader, const LoadOptions& how, LoadedProject& loaded);

} // namespace migcheck
