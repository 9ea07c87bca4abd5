// Lists without a place of their own: sibling files that name one migration
// each.
#pragma once

#include "lists/candidates.hpp"
#include "lists/parsed_source.hpp"

#include <memory>
#include <vector>

namespace migcheck::lists {

// A list over several files of one folder; its entries stand in the order of
// their paths.
struct ScatteredList {
  const ParsedSource* first = nullptr;
  Candidate candidate; // `files` says where each entry stands
};

// At least three numbered files of one folder and language that hold no list
// and name different migrations in the same way. No tests: those may have one
// file for each migration that they happen to look at.
std::vector<ScatteredList>
scattered_lists(const std::vector<std::unique_ptr<ParsedSource>>& sources);

} // namespace migcheck::lists
