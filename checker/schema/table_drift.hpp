// What migrations have done to the columns of a table since one of its
// versions.
#pragma once

#include "schema/table_versions.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace migcheck::schema {

struct TableChange {
  std::uint32_t migration = 0;                      // index in `migrations`
  std::vector<std::string> added, removed, retyped; // names
  std::vector<std::pair<std::string, std::string>> renamed; // from, to
};

struct TableDrift {
  std::vector<TableChange> changes; // in order; empty: it is again what it was
  std::vector<std::string> missing; // definitions of columns that were added
  std::vector<std::string> retyped; // definitions, as they are now
};

// From version `since`, an index, to the last one. A column that came and went
// again is no difference; the others belong to the migration since which they
// are as they are now.
TableDrift
table_drift(const std::vector<TableVersion>& versions, std::size_t since);

} // namespace migcheck::schema
