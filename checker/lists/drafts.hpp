// The lists of all files, attributed and judged each by itself, before they are
// compared with each other and with their directories.
#pragma once

#include "lists/draft.hpp"
#include "lists/judged_lists.hpp"
#include "lists/scattered.hpp"

#include <set>
#include <vector>

namespace migcheck::lists {

struct Drafts {
  std::vector<ScatteredList> scattered; // drafts point into it
  std::vector<Draft> drafts;
  std::set<const ListConfig*> used_config; // tables that fit a candidate
};

// Candidates that no directory explains, that name no known migration and that
// the configuration does not speak of are left out. Drafts point into the
// input.
Drafts make_drafts(const JudgeInput& input);

} // namespace migcheck::lists
