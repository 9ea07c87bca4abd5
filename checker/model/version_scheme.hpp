// What the versions of a directory are made of: sequence numbers, timestamps
// or something else.
#pragma once

#include "model/migration.hpp"

#include <cstdint>
#include <string>

namespace migcheck {

enum class VersionScheme : std::uint8_t {
  sequence,  // a number of at most 7 digits
  timestamp, // a date or a time, possible or not
  other      // dotted, named, or a number that is neither
};

// The digits of a version as written, "2024-01-31" as "20240131"; "" when
// there is anything else in it. A number within the day, "2024-01-31_02", is
// left out.
std::string version_digits(const Migration& migration);

// The scripts of a database extension: "ants--1.0.sql", which installs it, and
// "ants--1.0--1.1.sql", which leads from one release to another.
bool is_extension(const MigrationDirectory& directory);

VersionScheme scheme_of(const std::string& digits);

// How many versioned migrations are of each kind, code migrations included.
struct SchemeCounts {
  std::size_t sequence = 0;
  std::size_t timestamp = 0;
  std::size_t other = 0;
};

SchemeCounts count_schemes(const MigrationDirectory& directory);

// The place of the baseline in `directory.migrations`: what stands before it
// is history. 0 without a baseline.
std::size_t first_counted(const MigrationDirectory& directory);

} // namespace migcheck
