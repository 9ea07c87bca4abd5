// What a list is meant to hold, and why we think so. The first rule that
// fires decides; its reason is in words.
#pragma once

#include "config/config.hpp"
#include "lists/attribution.hpp"
#include "lists/candidates.hpp"
#include "lists/coverage.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace migcheck::lists {

// What is said about a list outside of its own text.
struct IntentHints {
  std::optional<Intent> said; // `migcheck: list(…)` or [[list]]
  std::string said_where;     // "a comment above it", "migcheck.toml"
  // Why an earlier state of the list says that it is complete; "" = none does.
  std::string once_complete;
  bool next_named = false; // the file names the next migration on its own
  // Asked for where it matters, as it is costly: does no other file of the
  // project read the directory?
  std::function<bool()> alone;
  // The same: does the file go through the folder's SQL itself?
  std::function<bool()> runs_folder;
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
