// Whether a directory's migrations make a schema of their own, or change one
// that stands elsewhere.
#pragma once

#include "schema/history.hpp"

namespace migcheck::schema {

// False where something is needed that no migration of the directory ever
// makes, where something is needed before the first table is made, where the
// first migration holds the latest schema, and for scripts of an extension.
// What is missing or there already then says nothing.
bool stands_alone(const History& history);

} // namespace migcheck::schema
