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

// A complete list that lacks some. Not a journal or plan: what those lack is
// not applied, whoever runs it.
bool is_incomplete(const Draft& draft);

// True for a list of a script or test whose files are run in its order.
bool applies_files(const Draft& draft);

// A whole service of a container's set-up: no copy of it could be right.
bool has_large_element(const Draft& draft);

} // namespace migcheck::lists
