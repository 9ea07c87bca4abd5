// Constraints of tables and columns, and MySQL's inline keys.
#pragma once

#include "ddl/cursor.hpp"
#include "model/ddl_table.hpp"

#include <string>
#include <vector>

namespace migcheck::ddl {

// Whether an element of CREATE TABLE, or what follows ADD, is a constraint.
bool at_table_constraint(const Cursor& cursor);

// Whether it is an index: MySQL, T-SQL, ClickHouse.
bool at_inline_index(const Cursor& cursor);

// Reads a table's constraint up to the end of `element`. False where it is of
// a kind that the model does not hold.
bool read_table_constraint(Cursor& element, ConstraintDefinition& constraint);

// Reads `KEY name (a, b)`. False for what is no index to the model.
bool read_inline_index(Cursor& element, IndexDefinition& index);

// After REFERENCES: the table and its columns.
void read_references(Cursor& cursor, ConstraintDefinition& constraint);

// Reads one of ON DELETE, MATCH, DEFERRABLE, NOT VALID, USING INDEX … that
// may follow a constraint. False where none stands here.
bool read_attribute(Cursor& cursor, ConstraintDefinition& constraint);

} // namespace migcheck::ddl
