// The migrations that some tables need.
#pragma once

#include "diagnostic/error.hpp"
#include "model/project.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace migcheck::schema {

// Indexes into the directory's migrations, in order: those that make or change
// one of the tables (or views; `schema.name` or `name`), and all that those
// need by their SQL or their headers. An error names a table that no migration
// makes, with the nearest one. The statements must have been recognised.
Result<std::vector<std::size_t>> needed_migrations(
    const Project& project,
    const MigrationDirectory& directory,
    const std::vector<std::string>& tables);

} // namespace migcheck::schema
