// What the elements of a list say of the tables and indexes of their
// migrations.
#pragma once

#include "lists/brackets.hpp"
#include "model/migration_list.hpp"

#include <vector>

namespace migcheck::lists {

// The fields `tables`, `indexes` and `indices` (in any style, also
// `createdTables`) of the elements, whose values are a literal list of names
// or one name. What holds anything else (a variable, a call, a nested value)
// says nothing; nor do elements that overlap. `list.entries` stand in `tree`.
// Linear. In the order of the entries.
std::vector<DeclaredObjects>
declared_objects(const SourceTree& tree, const MigrationList& list);

} // namespace migcheck::lists
