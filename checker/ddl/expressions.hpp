// Expressions: their text, and the names that they depend on.
#pragma once

#include "ddl/cursor.hpp"
#include "model/ddl_names.hpp"

#include <string>

namespace migcheck::ddl {

// All that is left of `cursor`, which ends up at its end.
Expression read_expression(Cursor& cursor);

// The text alone.
std::string expression_text(Cursor cursor);

// For key words that stand in expressions and are no names: AND, CASE, NULL …
bool is_expression_word(sql::WordKey word);

} // namespace migcheck::ddl
