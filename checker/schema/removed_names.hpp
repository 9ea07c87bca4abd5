// Where the migrations make a table, and where they take a name away.
#pragma once

#include "model/migration.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace migcheck::schema {

struct RemovedName {
  std::optional<Location> place; // the last statement that drops or renames it
  std::string renamed_to;        // or ""
};

// Of a directory whose scripts were read; names are compared without case and
// without their schema.
RemovedName
find_removed_table(const MigrationDirectory& directory, std::string_view table);
RemovedName find_removed_column(
    const MigrationDirectory& directory,
    std::string_view table,
    std::string_view column);

// The statement of one of its migrations that makes a table; without one, the
// file.
Location find_making(
    const MigrationDirectory& directory,
    std::uint32_t migration,
    std::string_view table);

} // namespace migcheck::schema
