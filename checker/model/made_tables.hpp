// The tables of a directory, by name alone.
#pragma once

#include "model/migration.hpp"

#include <set>
#include <string>

namespace migcheck {

// What CREATE TABLE of any recognised migration names, in lower case and
// without schemas, whether it is there in the end or not.
std::set<std::string> made_tables(const MigrationDirectory& directory);

} // namespace migcheck
