// A list against its directory: what is missing, stale, repeated, displaced.
#pragma once

#include "lists/attribution.hpp"
#include "lists/candidates.hpp"
#include "lists/deliberate.hpp"
#include "model/migration_list.hpp"

#include <cstdint>
#include <vector>

namespace migcheck::lists {

// A list as it was read, and what it mirrors.
struct Compared {
  const Candidate& candidate;
  const Attribution& attribution;
  const std::vector<ResolvedEntry>& resolved;
  const FileNames& files;
};

// Fills entries, order and repetitions, and what the intent allows to be
// said: `missing` of a complete list, `stale` of a complete or partial one.
void compare(
    const Compared& what, const Deliberate& deliberate, MigrationList& list);

// Indexes that do not belong to a longest increasing run of `values`, in
// order: the fewest elements whose removal leaves the rest sorted.
std::vector<std::uint32_t>
displaced_indexes(const std::vector<std::uint32_t>& values);

} // namespace migcheck::lists
