// CREATE INDEX.
#include "ddl/expressions.hpp"
#include "ddl/keys.hpp"
#include "ddl/names.hpp"
#include "ddl/statements.hpp"
#include "text/ascii.hpp"

namespace migcheck::ddl {
namespace {

using namespace sql::word_literals;

// What stands after the elements.
void read_tail(Cursor& cursor, IndexDefinition& index) {
  while (!cursor.done()) {
    switch (cursor.word()) {
    case "include"_kw:
      cursor.advance();
      index.include = read_column_list(cursor);
      break;
    case "nulls"_kw:
      cursor.advance();
      index.nulls_not_distinct = cursor.take("not"_kw, "distinct"_kw);
      break;
    case "using"_kw: // MySQL: after the elements
      cursor.advance();
      index.method = lower_case(cursor.bytes());
      cursor.advance();
      break;
    case "where"_kw:
      cursor.advance();
      index.where = read_expression(cursor);
      break;
    default:
      cursor.skip();
    }
  }
}

} // namespace

CreateIndex read_create_index(Cursor& cursor, const Modifiers& modifiers) {
  CreateIndex create;
  IndexDefinition& index = create.index;
  const std::size_t begin = cursor.place();
  index.unique = modifiers.unique;
  create.concurrently = cursor.take("concurrently"_kw);
  create.if_not_exists = cursor.take("if"_kw, "not"_kw, "exists"_kw);
  if (cursor.word() != "on"_kw) {
    QualifiedName name = read_qualified_name(cursor);
    index.name = {std::move(name.name), name.quoted, name.span};
    create.schema = std::move(name.schema);
  }
  if (cursor.take("using"_kw)) { // MySQL: before ON
    index.method = lower_case(cursor.bytes());
    cursor.advance();
  }
  if (cursor.take("on"_kw)) {
    create.only = cursor.take("only"_kw);
    create.table = read_qualified_name(cursor);
  }
  if (cursor.take("using"_kw)) {
    index.method = lower_case(cursor.bytes());
    cursor.advance();
  }
  index.elements = read_key_elements(cursor);
  read_tail(cursor, index);
  index.span = cursor.span_since(begin);
  return create;
}

} // namespace migcheck::ddl
