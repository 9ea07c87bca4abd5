// CREATE TABLE.
#pragma once

#include "ddl/cursor.hpp"
#include "model/ddl_table.hpp"

namespace migcheck::ddl {

// What stands between CREATE and the object's word.
struct Modifiers {
  bool or_replace = false;
  bool temporary = false;
  bool unlogged = false;
  bool foreign = false;
  bool unique = false;
  bool virtual_ = false;
  bool materialized = false;
  bool constraint = false;
  bool recursive = false;
  bool event = false;
};

// After TABLE, up to the end.
CreateTable read_create_table(Cursor& cursor, const Modifiers& modifiers);

} // namespace migcheck::ddl
