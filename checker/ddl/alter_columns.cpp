// ALTER TABLE … ALTER COLUMN.
#include "ddl/expressions.hpp"
#include "ddl/names.hpp"
#include "ddl/statements.hpp"
#include "ddl/type_names.hpp"

#include <utility>

namespace migcheck::ddl {
namespace {

using namespace sql::word_literals;

SetColumnType read_type_change(Cursor& cursor, Name column) {
  SetColumnType action;
  action.column = std::move(column);
  action.type = read_type(cursor);
  while (!cursor.done()) {
    if (cursor.take("collate"_kw)) {
      action.collation = read_qualified_name(cursor);
    } else if (cursor.take("using"_kw)) {
      action.using_ = read_expression(cursor);
    } else {
      cursor.skip();
    }
  }
  return action;
}

Identity read_generation(Cursor& cursor) {
  return cursor.take("always"_kw) ? Identity::always : Identity::by_default;
}

ActionValue read_set(Cursor& cursor, Name column, const Cursor& whole) {
  if (cursor.take("default"_kw)) {
    return SetDefault{std::move(column), read_expression(cursor)};
  }
  if (cursor.take("not"_kw, "null"_kw)) {
    return SetNotNull{std::move(column), true};
  }
  if (cursor.take("generated"_kw)) {
    return SetIdentity{
        .column = std::move(column), .identity = read_generation(cursor)};
  }
  if (cursor.take("expression"_kw)) {
    cursor.take("as"_kw);
    Cursor inner = cursor.group();
    return SetGenerated{std::move(column), read_expression(inner)};
  }
  return OtherAction{first_words(whole)}; // STATISTICS, STORAGE …
}

ActionValue read_drop(Cursor& cursor, Name column, const Cursor& whole) {
  if (cursor.take("default"_kw)) {
    return SetDefault{std::move(column), {}};
  }
  if (cursor.take("not"_kw, "null"_kw)) {
    return SetNotNull{std::move(column), false};
  }
  if (cursor.take("identity"_kw)) {
    const bool if_exists = cursor.take("if"_kw, "exists"_kw);
    return SetIdentity{.column = std::move(column), .if_exists = if_exists};
  }
  if (cursor.take("expression"_kw)) {
    return SetGenerated{std::move(column), {}};
  }
  return UnknownAction{first_words(whole)};
}

} // namespace

ActionValue read_column_change(Cursor& cursor, const Cursor& whole) {
  Name column = read_name(cursor);
  if (cursor.take("set"_kw, "data"_kw, "type"_kw) || cursor.take("type"_kw)) {
    return read_type_change(cursor, std::move(column));
  }
  if (cursor.take("set"_kw)) {
    return read_set(cursor, std::move(column), whole);
  }
  if (cursor.take("drop"_kw)) {
    return read_drop(cursor, std::move(column), whole);
  }
  if (cursor.take("add"_kw, "generated"_kw)) {
    return SetIdentity{
        .column = std::move(column),
        .identity = read_generation(cursor),
        .add = true};
  }
  switch (cursor.word()) {
  case "reset"_kw:
  case "restart"_kw:
  case "options"_kw:
    return OtherAction{first_words(whole)};
  default:
    return UnknownAction{first_words(whole)};
  }
}

} // namespace migcheck::ddl
