// Edits of a list in its own syntax: new elements are copies of a neighbour,
// with its quotes, indentation, fields and commas.
#pragma once

#include "diagnostic/diagnostic.hpp"
#include "lists/brackets.hpp"
#include "lists/candidates.hpp"
#include "model/migration_list.hpp"

#include <optional>

namespace migcheck::lists {

// An element for each missing migration, after the one before it in the
// runner's order. Nothing where a copy could not be right: a field differs
// from element to element and cannot be told from the file's name, or the file
// is generated, or one statement cannot stand for another. Unsafe where such
// fields were left out.
std::optional<Fix> add_missing_fix(
    const SourceTree& tree,
    const Candidate& candidate,
    const MigrationList& list);

// Removes the stale elements. Nothing when no other would be left.
std::optional<Fix> drop_stale_fix(
    const SourceTree& tree,
    const Candidate& candidate,
    const MigrationList& list);

} // namespace migcheck::lists
