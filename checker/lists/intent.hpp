// What a list is meant to hold, and why we think so. The first rule that
// fires decides; its reason is in words.
#pragma once

#include "config/config.hpp"
#include "lists/attribution.hpp"
#include "lists/candidates.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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
};

// What a complete list holds: from the baseline on, in the runner's order;
// repeatable and undo migrations are none of it.
std::vector<const Migration*>
counted_migrations(const MigrationDirectory& directory);

Coverage coverage_of(
    const MigrationDirectory& directory,
    const std::vector<ResolvedEntry>& entries);

// What is said about a list outside of its own text.
struct IntentHints {
  std::optional<Intent> said; // `migcheck: list(…)` or [[list]]
  std::string said_where;     // "a comment above it", "migcheck.toml"
  bool next_named = false;    // the file names the next migration on its own
};

struct JudgedIntent {
  Intent intent = Intent::unknown;
  std::string reason; // a clause: "its name says \"all\""
};

JudgedIntent judge_intent(
    const Candidate& list,
    std::string_view path,
    const Attribution& attribution,
    const Coverage& coverage,
    const IntentHints& hints);

} // namespace migcheck::lists
