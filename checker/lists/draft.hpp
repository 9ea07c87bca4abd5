// A list on its way from a candidate to a judgement.
#pragma once

#include "config/config.hpp"
#include "lists/attribution.hpp"
#include "lists/coverage.hpp"
#include "lists/intent.hpp"
#include "lists/parsed_source.hpp"

#include <set>
#include <vector>

namespace migcheck::lists {

struct Draft {
  const ParsedSource* source = nullptr;
  const Candidate* candidate = nullptr;
  const ListConfig* config = nullptr;
  Attribution attribution;
  std::vector<ResolvedEntry> resolved;
  Coverage coverage;
  JudgedIntent intent;
};

using Migrations = std::set<const Migration*>;

// The migrations that the list names.
inline Migrations listed_of(const Draft& draft) {
  Migrations listed;
  for (const ResolvedEntry& entry : draft.resolved) {
    if (entry.state == EntryState::listed) {
      listed.insert(entry.migration);
    }
  }
  return listed;
}

} // namespace migcheck::lists
