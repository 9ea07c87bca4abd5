// Other names and other schemas for tables, views, indexes and sequences.
#pragma once

#include "schema/session.hpp"

namespace migcheck::schema {

// A name that is taken is reported, and nothing changes.
void rename_entry(Session& session, Entry entry, std::string_view name);

// What belongs to a table goes with it.
void move_entry(Session& session, Entry entry, Id schema);

} // namespace migcheck::schema
