// Which findings were known before: accepted in a file, or there on the base.
#pragma once

#include "diagnostic/diagnostic.hpp"
#include "diagnostic/identity.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace migcheck {

inline constexpr std::size_t no_entry = ~std::size_t{0};

// By indexes into the entries.
struct KnownMatch {
  std::size_t entry = no_entry;    // that holds the finding
  std::size_t outgrown = no_entry; // else: one that held less of it
  bool repeat = false; // of an earlier finding, whose match it has: reports
                       // show one of them
};

// One match for each finding. An entry holds one finding: of the same rule,
// path and `of`, whose parts are all among its own. Equal parts go first, then
// entries with few parts more. `entries` are storable.
std::vector<KnownMatch> match_known(
    std::span<const Identity> entries, std::span<const Diagnostic> found);

} // namespace migcheck
