// Types at a cursor.
#pragma once

#include "ddl/cursor.hpp"
#include "model/ddl_names.hpp"
#include "model/ddl_table.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace migcheck::ddl {

// PostgreSQL's own name of a built-in type, in lower case and of one word:
// `int4` gives `integer`. Empty for types that are not built in. Names of
// several words, and what modifiers change, are read_type()'s.
std::string_view canonical_type(std::string_view name);

// The kind of a serial type: `bigserial`, `serial8`.
Serial serial_kind(std::string_view name);

// Reads a type and moves past it; empty where none stands here. `serial`, if
// given, takes the kind of a serial type, whose type is then the integer's.
// Dialects but PostgreSQL's: words up to what cannot belong to a type.
TypeName read_type(Cursor& cursor, Serial* serial = nullptr);

} // namespace migcheck::ddl
