// What a statement does that only running it could tell.
#pragma once

#include "model/ddl_names.hpp"

#include <cstdint>
#include <string>

namespace migcheck::ddl {

enum class DynamicCause : std::uint8_t {
  execute,     // EXECUTE of a text that is put together
  loop,        // DDL inside a loop, with the loop's values
  call,        // a function that is called may do it
  template_,   // a template stands in the statement
  language,    // a body in another language than SQL and PL/pgSQL
  unsupported, // a statement that is not understood
  static_ddl   // in a function's body: certain once it is called
};

enum class DynamicVerb : std::uint8_t { unknown, create, alter, drop };

struct DynamicPart {
  DynamicCause cause = DynamicCause::execute;
  DynamicVerb verb = DynamicVerb::unknown;
  ObjectKind kind = ObjectKind::other; // other: not known
  // A name, `table.column`, `parent/*` for partitions of a parent, or a
  // pattern with `*` for what is not known (`audit_events_*`) and at least
  // three other characters; "" where nothing is known. Schema `public` and
  // none are left out.
  std::string object;
  std::string table;      // on which it is made or dropped, as `object`; or ""
  std::string why;        // `EXECUTE of format('CREATE TABLE %I …')`, bounded
  Span span;              // in the file
  std::uint32_t line = 1; // of `span`, from 1
};

} // namespace migcheck::ddl
