// The tables, functions and types that queries and bodies use.
#pragma once

#include "ddl/cursor.hpp"
#include "model/ddl_data.hpp"
#include "model/ddl_names.hpp"

#include <string>
#include <vector>

namespace migcheck::ddl {

// Each list holds a name once, in the order of first use.
struct TablesUsed {
  // Names after FROM, JOIN and USING; names of common table expressions and
  // aliases are none.
  std::vector<QualifiedName> reads;
  // Targets of INSERT, UPDATE, DELETE, MERGE and TRUNCATE.
  std::vector<QualifiedName> writes;
  QualifiedName into;               // SELECT … INTO name, the first
  std::vector<FunctionCall> calls;  // names before `(`
  std::vector<QualifiedName> types; // after `::` and in CAST; not built in
  std::vector<std::string> names;   // words that may be columns
};

// Reads all that is left of `cursor`: one query, or a body of several
// statements. Linear, iterative.
TablesUsed read_tables_used(Cursor& cursor);

// The names of the calls.
std::vector<QualifiedName> functions_of(std::vector<FunctionCall> calls);

} // namespace migcheck::ddl
