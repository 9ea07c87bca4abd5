// Arguments of functions and procedures.
#pragma once

#include "ddl/cursor.hpp"
#include "model/ddl_objects.hpp"

#include <string>
#include <vector>

namespace migcheck::ddl {

// Reads `(…)` and moves past it.
std::vector<Argument> read_arguments(Cursor& cursor);

// The types that tell functions of one name apart, joined by `, `.
std::string
signature_of(const std::vector<Argument>& arguments, ObjectKind kind);

} // namespace migcheck::ddl
