// Elements of indexes and partition keys.
#pragma once

#include "ddl/cursor.hpp"
#include "model/ddl_table.hpp"

#include <vector>

namespace migcheck::ddl {

// One element, up to the end of `element`: a column or an expression; what
// follows it (order, operator class) is passed over.
KeyElement read_key_element(Cursor& element);

// The elements of a list in brackets, past which it moves.
std::vector<KeyElement> read_key_elements(Cursor& cursor);

} // namespace migcheck::ddl
