// What calling a function may do to the schema.
#pragma once

#include "schema/session.hpp"

namespace migcheck::schema {

// Notes as unknown what the function, and those that it calls, would make or
// drop. `literal` is the first argument where it is a string.
void call_function(
    Session& session,
    const ddl::QualifiedName& name,
    const std::string& literal);

// Notes what only running a piece of SQL could tell.
void add_dynamic(Session& session, const ddl::DynamicPart& part);

} // namespace migcheck::schema
