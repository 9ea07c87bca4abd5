// From the first words of a statement to the function that reads it.
#pragma once

#include "ddl/statements.hpp"

namespace migcheck::ddl {

// Adds what the statement says: at least one thing. DO blocks are none of its
// business, nor is what the bodies of functions do.
void read_statement(Cursor& cursor, Sink& sink);

} // namespace migcheck::ddl
