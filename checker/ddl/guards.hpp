// What the conditions around a statement in a block mean for it.
#pragma once

#include "ddl/cursor.hpp"
#include "model/ddl.hpp"

#include <string>
#include <vector>

namespace migcheck::ddl {

enum class BlockKind : std::uint8_t { block, branch, loop };

// The condition of an IF.
struct Condition {
  // if_missing: NOT EXISTS (…), to_regclass(…) IS NULL; if_present: EXISTS
  // (…), IS NOT NULL; conditional: any other; none: there is no condition.
  Guard guard = Guard::none;
  std::vector<std::string> literals; // its strings: names that it asks for
};

Condition read_condition(Cursor condition);

// How a statement runs under the condition: if_missing and if_present hold
// only for statements on what the condition asks for.
Guard guard_under(const Condition& condition, const What& what);

// A guard inside another.
Guard inner_guard(Guard outer, Guard inner);

} // namespace migcheck::ddl
