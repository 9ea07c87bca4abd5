// CREATE FUNCTION, PROCEDURE and AGGREGATE, but for what their bodies do.
#include "ddl/arguments.hpp"
#include "ddl/names.hpp"
#include "ddl/statements.hpp"
#include "ddl/type_names.hpp"
#include "text/ascii.hpp"

namespace migcheck::ddl {
namespace {

using namespace sql::word_literals;

void read_returns(Cursor& cursor, CreateFunction& function) {
  if (cursor.take("table"_kw)) {
    function.returns_set = true;
    cursor.group();
    return;
  }
  function.returns_set = cursor.take("setof"_kw);
  function.returns = read_type(cursor);
}

// The characteristics, up to the body.
void read_clauses(Cursor& cursor, CreateFunction& function) {
  while (!cursor.done()) {
    switch (cursor.word()) {
    case "returns"_kw:
      cursor.advance();
      read_returns(cursor, function);
      break;
    case "language"_kw:
      cursor.advance();
      function.language = is_string(cursor.peek())
                              ? lower_case(string_value(cursor.bytes()))
                              : lower_case(cursor.bytes());
      cursor.advance();
      break;
    case "begin"_kw: // BEGIN ATOMIC … END
      cursor.finish();
      break;
    case "set"_kw: // SET search_path = a, b
      cursor.advance(2);
      break;
    default:
      cursor.skip();
    }
  }
}

} // namespace

CreateFunction read_create_function(
    Cursor& cursor, ObjectKind kind, const Modifiers& modifiers) {
  CreateFunction function;
  function.kind = kind;
  function.or_replace = modifiers.or_replace;
  function.if_not_exists = cursor.take("if"_kw, "not"_kw, "exists"_kw);
  function.name = read_qualified_name(cursor);
  if (cursor.mark() == '(') {
    function.arguments = read_arguments(cursor);
    // AGGREGATE f (basetype = …): the old form has its types elsewhere.
    function.signature = signature_of(function.arguments, kind);
  }
  const bool routines_have_languages =
      cursor.dialect() == Dialect::postgresql ||
      cursor.dialect() == Dialect::ansi;
  if (routines_have_languages && kind != ObjectKind::aggregate) {
    read_clauses(cursor, function);
  }
  cursor.finish();
  return function;
}

} // namespace migcheck::ddl
