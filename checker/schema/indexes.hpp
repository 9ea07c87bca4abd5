// Indexes: made on a table and all its partitions, named as the server does.
#pragma once

#include "schema/session.hpp"

namespace migcheck::schema {

// Whether a table's partitions get the index too.
enum class Reach : bool { table_alone, partitions_too };

// The index that a statement describes, not yet in the catalogue. Columns
// that are missing are reported; nullopt then.
std::optional<Index>
read_index(Session& session, Id table, const ddl::IndexDefinition& definition);

// Adds an index, under `wanted` or a name of its own, with the constraint
// that it implements, if it does: `key` tells which kind.
Id add_index(
    Session& session,
    Index index,
    std::string_view wanted,
    std::optional<ddl::ConstraintKind> key,
    Reach reach);

// Gives partition `child` an index like `parent`, which is one of the table
// that it is a partition of: one of its own that is equal, or a new one.
void match_index(Session& session, Id parent, Id child);

// Gives another table an index like this one, as LIKE does.
void copy_index(Session& session, Id index, Id table);

// CREATE INDEX.
void create_index(Session& session, const ddl::CreateIndex& statement);

// ALTER INDEX … ATTACH PARTITION.
void attach_index(Session& session, Id parent, Id child);

} // namespace migcheck::schema
