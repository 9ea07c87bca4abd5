// Partitions and children: what they have from the tables above them.
#pragma once

#include "schema/session.hpp"

namespace migcheck::schema {

// Whether `table` stands below `ancestor`.
bool descends_from(const Catalogue& catalogue, Id table, Id ancestor);

// Adds a column to a table and to all below it; where it is there, it is
// merged. Answers with its place in `table`.
ColumnNumber add_column_below(
    Session& session, Id table, const Column& column, bool with_children);

// The columns that a new partition or child has from `parent`; equal names
// are merged.
void inherit_columns(Session& session, Id parent, Id child);

// Checks of a parent that its children have too.
void inherit_checks(Session& session, Id parent, Id child);

// What else a partition gets: indexes, foreign keys, row triggers.
void inherit_partition_objects(Session& session, Id parent, Id child);

// Gives a partition a row trigger of the table that it is one of.
void inherit_trigger(Session& session, Id trigger, Id child);

void attach_partition(
    Session& session, Id parent, const ddl::AttachPartition& action);
void detach_partition(
    Session& session, Id parent, const ddl::DetachPartition& action);

// ALTER TABLE … INHERIT, NO INHERIT.
void change_inheritance(Session& session, Id child, const ddl::Inherit& action);

} // namespace migcheck::schema
