// The known findings of a project, held against those that a check has made.
#pragma once

#include "check/suppressions.hpp"
#include "config/known_file.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace migcheck {

// False for the engine's rules, which say that the check is not complete or
// speak of suppressions, and for those about what a branch does: nobody sees
// their findings again once it has landed.
bool can_be_accepted(const RuleInfo& rule);

struct KnownSources {
  const KnownFile& file;
  const Config& config; // an [[ignore]] may speak of the file
  const ActiveRules& active;
  Complete complete; // when not, what matches nothing may match what is missing

  // Whether the rules may pass over what they find in this file otherwise: on
  // the base already.
  std::function<bool(std::string_view path)> is_history;
};

// Moves what the file accepts from `found.kept` to `found.taken`, and adds to
// it what is wrong with the file: an entry, or a part of one, that no finding
// has; no reason; an unknown rule; a rule whose findings cannot be accepted.
//
// Returns what the file would have to hold to accept all that can be accepted
// of `found`: entries that match keep their reasons, new ones have none, and
// those stay of which this check cannot tell.
std::vector<KnownFinding>
accept_known(const KnownSources& sources, Suppressed& found);

} // namespace migcheck
