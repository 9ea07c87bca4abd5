// Statements that may run or not: what they would change is unknown.
#pragma once

#include "schema/session.hpp"

namespace migcheck::schema {

void apply_uncertain(Session& session, const ddl::What& what);

} // namespace migcheck::schema
