// Primary keys, unique and exclusion constraints: those with an index.
#pragma once

#include "schema/session.hpp"

#include <vector>

namespace migcheck::schema {

// A key whose columns are missing is not added; that is reported. With
// USING INDEX the index takes the constraint's name.
void add_key(
    Session& session,
    Id table,
    const ddl::ConstraintDefinition& definition,
    bool with_partitions);

// Those of a table that is being made, among other constraints: the primary
// key first, equal ones once.
void add_keys(
    Session& session,
    Id table,
    const std::vector<ddl::ConstraintDefinition>& definitions);

} // namespace migcheck::schema
