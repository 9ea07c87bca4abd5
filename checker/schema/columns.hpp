// Columns as statements define them: types, defaults, the sequences behind
// serial and identity.
#pragma once

#include "schema/session.hpp"

namespace migcheck::schema {

// A sequence of a column, `table_column_seq` unless it is named. Made before
// the table is there (`table` no_id), it is given away later.
Id add_column_sequence(
    Session& session,
    Id schema,
    std::string_view table,
    const ddl::ColumnDefinition& definition);

// True for serial and identity.
bool has_sequence(const ddl::ColumnDefinition& definition);

// The column, not yet of a table.
Column read_column(Session& session, const ddl::ColumnDefinition& definition);

// What the column of a table uses, written down for drops: its type, the
// functions and sequences of its expression, its sequence.
void link_column(
    Session& session,
    Id table,
    ColumnNumber column,
    const ddl::Expression& expression);
void own_sequence(Session& session, Id sequence, Id table, ColumnNumber column);

// SET DEFAULT, DROP DEFAULT, in all tables below too.
void set_default(
    Session& session, Id table, const ddl::SetDefault& action, bool only);

} // namespace migcheck::schema
