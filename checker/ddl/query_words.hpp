// What key words mean where a query or the body of a function names tables and
// functions.
#pragma once

#include "sql/word_key.hpp"

namespace migcheck::ddl {

// Calls in whose brackets FROM names no table: EXTRACT(year FROM x).
bool takes_from(sql::WordKey word);

// Key words before `(` that call nothing.
bool is_no_function(sql::WordKey word);

// Words after which the list of FROM is over.
bool ends_from(sql::WordKey word);

// Words before UPDATE that make it no statement.
bool precedes_update(sql::WordKey word);

} // namespace migcheck::ddl
