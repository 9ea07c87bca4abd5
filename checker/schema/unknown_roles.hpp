// Roles that a directory's migrations give something to and that none of them
// makes.
#pragma once

#include "model/migration.hpp"
#include "model/unknown_role.hpp"

#include <vector>

namespace migcheck::schema {

// Of a directory whose scripts were read, in the order of the first statement
// that names each. Roles of the server (`pg_*`), of managed platforms
// (`rds_superuser`, `anon`) and those that a template or a variable names are
// left out, and so is what runs only where the role is there. A directory that
// makes roles whose names SQL puts together gives none.
std::vector<UnknownRole>
find_unknown_roles(const MigrationDirectory& directory);

} // namespace migcheck::schema
