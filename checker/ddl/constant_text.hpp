// The text that an expression of PL/pgSQL puts together for EXECUTE.
#pragma once

#include "ddl/cursor.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace migcheck::ddl {

// What is assigned to each variable of a block, by name. An empty cursor
// stands for a value that no expression tells.
using Assignments = std::unordered_map<std::string, std::vector<Cursor>>;

// The assignments of all statements and declarations of a body.
Assignments find_assignments(Cursor body);

// The value of the expression, with holes (ddl/names.hpp) for what is not
// constant: `'a_' || x` gives `a_` and a hole. Understands strings, `||`,
// casts, brackets, format(), concat(), quote_ident() and variables that are
// assigned once. Bounded work and result, whatever refers to what.
std::string text_of(const Cursor& expression, const Assignments& assignments);

} // namespace migcheck::ddl
