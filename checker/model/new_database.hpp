// What a runner applies to an empty database.
#pragma once

#include "model/migration.hpp"

#include <cstddef>
#include <vector>

namespace migcheck {

// Indexes into the directory's migrations, in the runner's order: from the
// configured baseline on, or from the runner's own newest baseline migration,
// which stands for all versions up to its own. Undo migrations, down files
// without their up and what the runner's journal does not name are left out.
std::vector<std::size_t>
applied_to_new_database(const MigrationDirectory& directory);

} // namespace migcheck
