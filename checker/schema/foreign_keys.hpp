// Foreign keys, as they are added and given to partitions.
#pragma once

#include "schema/session.hpp"

namespace migcheck::schema {

// A key whose columns or table are missing is not added; that is reported.
void add_foreign_key(
    Session& session, Id table, const ddl::ConstraintDefinition& definition);

// Gives a partition the foreign keys of the table that it is one of; one of
// its own that is equal is adopted.
void inherit_foreign_key(Session& session, Id key, Id child);

} // namespace migcheck::schema
