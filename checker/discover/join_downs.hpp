// Up and down files of one migration become one.
#pragma once

#include "model/migration.hpp"

namespace migcheck {

// Joins each down file of `directory.migrations`, which are in order, to its
// up file: same version, and the same title where several share a version. A
// name that only seems to end in a direction ("scale_down") is an up file. A
// `.down` file without its up file stays a migration of direction `down`.
void join_downs(MigrationDirectory& directory);

} // namespace migcheck
