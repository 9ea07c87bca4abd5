// Column definitions, of CREATE TABLE and of what ALTER adds or changes.
#pragma once

#include "ddl/cursor.hpp"
#include "model/ddl_table.hpp"

#include <string>
#include <vector>

namespace migcheck::ddl {

struct ReadColumn {
  ColumnDefinition column;
  std::vector<ConstraintDefinition> constraints;
  ColumnPosition position; // FIRST, AFTER
};

// Reads a definition up to the end of `element`. `column.name` is empty where
// none could be read.
ReadColumn read_column(Cursor& element);

// The same without the name: what follows a type's place. For typed tables and
// partitions: `name WITH OPTIONS …` has no type.
void read_column_after_name(Cursor& element, ReadColumn& read);

// Reads an expression after DEFAULT, up to what cannot belong to it.
Expression read_default(Cursor& cursor);

// FIRST, AFTER name; moves past it if it stands here.
bool read_position(Cursor& cursor, ColumnPosition& position);

} // namespace migcheck::ddl
