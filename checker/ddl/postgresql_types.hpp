// PostgreSQL's types at a cursor; read_type() calls it for that dialect.
#pragma once

#include "ddl/cursor.hpp"
#include "model/ddl_names.hpp"
#include "model/ddl_table.hpp"

namespace migcheck::ddl {

TypeName read_postgresql_type(Cursor& cursor, Serial* serial);

} // namespace migcheck::ddl
