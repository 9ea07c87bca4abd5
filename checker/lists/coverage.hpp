// How much of its directory a list holds, and where the rest lies.
#pragma once

#include "lists/attribution.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace migcheck::lists {

// How the entries lie in their directory.
struct Coverage {
  std::uint32_t entries = 0; // those that are not foreign to the directory
  std::uint32_t listed = 0;  // different migrations of the directory
  std::uint32_t total = 0;   // migrations that a complete list would hold
  bool prefix = false;       // the first ones without a hole, not all of them
  std::uint32_t newest_missing = 0; // of a list that holds all but the newest
  bool all_but_newest = false;      // … and nothing else is missing
  std::uint32_t past = 0; // up to the newest that is listed, that one included
  // Without its newest one to five files, the directory was listed but for a
  // fifth of it.
  bool fell_behind = false;
};

// True for a file that was read and has no statement: to leave it out of a
// list changes nothing.
bool does_nothing(const Migration& migration);

// What a complete list holds: from the baseline on, in the runner's order;
// repeatable and undo migrations and the way back of upgrade scripts are none
// of it.
std::vector<const Migration*>
counted_migrations(const MigrationDirectory& directory);

// The place of a migration in the order of its directory; nothing for one of
// another directory.
std::optional<std::uint32_t>
place_in(const MigrationDirectory& directory, const Migration* migration);

Coverage coverage_of(
    const MigrationDirectory& directory,
    const std::vector<ResolvedEntry>& entries);

} // namespace migcheck::lists
