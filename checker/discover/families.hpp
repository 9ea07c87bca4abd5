// Directories that are variants of one another for several dialects.
#pragma once

#include "model/migration.hpp"

#include <vector>

namespace migcheck {

// Sets `family` of directories whose paths differ in the name of a dialect
// only and that share at least one name.
void name_families(std::vector<MigrationDirectory>& directories);

} // namespace migcheck
