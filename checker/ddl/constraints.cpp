#include "ddl/constraints.hpp"

#include "ddl/expressions.hpp"
#include "ddl/keys.hpp"
#include "ddl/name_lists.hpp"
#include "ddl/names.hpp"
#include "text/ascii.hpp"

namespace migcheck::ddl {
namespace {

using namespace sql::word_literals;
using sql::WordKey;

ReferenceAction read_action(Cursor& cursor) {
  if (cursor.take("no"_kw, "action"_kw)) {
    return ReferenceAction::no_action;
  }
  if (cursor.take("set"_kw, "null"_kw)) {
    cursor.group(); // SET NULL (a, b)
    return ReferenceAction::set_null;
  }
  if (cursor.take("set"_kw, "default"_kw)) {
    cursor.group();
    return ReferenceAction::set_default;
  }
  const WordKey word = cursor.word();
  cursor.advance();
  return word == "cascade"_kw    ? ReferenceAction::cascade
         : word == "restrict"_kw ? ReferenceAction::restrict_
                                 : ReferenceAction::no_action;
}

bool has_inline_indexes(Dialect dialect) {
  return dialect == Dialect::mysql || dialect == Dialect::tsql ||
         dialect == Dialect::clickhouse;
}

// Passes `USING BTREE`, `CLUSTERED` and, if it stands before the columns, the
// index's name, which MySQL makes the constraint's. A table of words.
// NOLINTNEXTLINE(readability-function-size)
void pass_index_words(Cursor& cursor, Name& name) {
  while (!cursor.done() && cursor.mark() != '(') {
    switch (cursor.word()) {
    case "key"_kw:
    case "index"_kw:
    case "clustered"_kw:
    case "nonclustered"_kw:
    case "hash"_kw:
      cursor.advance();
      break;
    case "using"_kw:
      if (cursor.word(1) == "index"_kw) {
        return;
      }
      cursor.advance(2);
      break;
    case "nulls"_kw: // NULLS [NOT] DISTINCT
      cursor.advance(cursor.word(1) == "not"_kw ? 3 : 2);
      break;
    default: {
      const std::size_t place = cursor.place();
      const bool named = cursor.dialect() == Dialect::mysql;
      Name own = named ? read_name(cursor) : Name{};
      if (cursor.place() == place) {
        return;
      }
      name = name.empty() ? std::move(own) : std::move(name);
    }
    }
  }
}

// The columns of a key; an element that is an expression gives "".
std::vector<std::string> key_columns(Cursor& cursor) {
  std::vector<std::string> columns;
  for (KeyElement& key : read_key_elements(cursor)) {
    columns.push_back(std::move(key.column));
  }
  return columns;
}

void read_exclude(Cursor& cursor, ConstraintDefinition& constraint) {
  constraint.kind = ConstraintKind::exclude;
  if (cursor.take("using"_kw)) {
    constraint.method = lower_case(cursor.bytes());
    cursor.advance();
  }
  for (Cursor list = cursor.group(); !list.done();) {
    Cursor element = list.element();
    Cursor whole = element;
    KeyElement key = read_key_element(element);
    if (key.column.empty()) {
      Expression expression = read_expression(whole);
      for (std::string& column : expression.columns) {
        add_once(constraint.expression.columns, std::move(column));
      }
      for (QualifiedName& function : expression.functions) {
        add_once(constraint.expression.functions, std::move(function));
      }
    }
    constraint.columns.push_back(std::move(key.column));
  }
}

void read_check(Cursor& cursor, ConstraintDefinition& constraint) {
  constraint.kind = ConstraintKind::check;
  if (cursor.mark() == '(') {
    Cursor inner = cursor.group();
    constraint.expression = read_expression(inner);
  } else { // ClickHouse
    constraint.expression = read_expression(cursor);
  }
}

bool read_kind(Cursor& cursor, ConstraintDefinition& constraint) {
  if (cursor.take("primary"_kw, "key"_kw)) {
    constraint.kind = ConstraintKind::primary_key;
    Name ignored;
    pass_index_words(cursor, ignored);
    constraint.columns = key_columns(cursor);
  } else if (cursor.take("unique"_kw)) {
    constraint.kind = ConstraintKind::unique;
    pass_index_words(cursor, constraint.name);
    constraint.columns = key_columns(cursor);
  } else if (cursor.take("foreign"_kw, "key"_kw)) {
    constraint.kind = ConstraintKind::foreign_key;
    cursor.take("if"_kw, "not"_kw, "exists"_kw); // MariaDB
    pass_index_words(cursor, constraint.name);
    constraint.columns = read_column_list(cursor);
    if (cursor.take("references"_kw)) {
      read_references(cursor, constraint);
    }
  } else if (cursor.take("check"_kw)) {
    read_check(cursor, constraint);
  } else if (cursor.take("exclude"_kw)) {
    read_exclude(cursor, constraint);
  } else if (cursor.take("not"_kw, "null"_kw)) {
    constraint.kind = ConstraintKind::not_null;
    constraint.columns.push_back(read_name(cursor).text);
  } else {
    return false;
  }
  return true;
}

} // namespace

bool at_table_constraint(const Cursor& cursor) {
  switch (cursor.word()) {
  case "constraint"_kw:
    return true;
  case "primary"_kw:
  case "foreign"_kw:
    return cursor.word(1) == "key"_kw;
  case "unique"_kw:
    return true;
  case "check"_kw:
    return cursor.mark(1) == '(';
  case "exclude"_kw:
    return cursor.mark(1) == '(' || cursor.word(1) == "using"_kw;
  case "not"_kw:
    return cursor.word(1) == "null"_kw;
  default:
    return false;
  }
}

bool at_inline_index(const Cursor& cursor) {
  if (!has_inline_indexes(cursor.dialect())) {
    return false;
  }
  switch (cursor.word()) {
  case "key"_kw:
  case "index"_kw:
  case "projection"_kw:
    return true;
  case "fulltext"_kw:
  case "spatial"_kw:
    return cursor.dialect() == Dialect::mysql;
  default:
    return false;
  }
}

bool read_table_constraint(Cursor& element, ConstraintDefinition& constraint) {
  const std::size_t begin = element.place();
  if (element.take("constraint"_kw)) {
    element.take("if"_kw, "not"_kw, "exists"_kw); // ClickHouse, MariaDB
    const bool named = !at_table_constraint(element);
    constraint.name = named ? read_name(element) : Name{};
  }
  const bool known = read_kind(element, constraint);
  while (known && !element.done()) {
    if (!read_attribute(element, constraint)) {
      element.skip();
    }
  }
  element.finish();
  constraint.span = element.span_since(begin);
  return known;
}

bool read_inline_index(Cursor& element, IndexDefinition& index) {
  const std::size_t begin = element.place();
  if (element.word() == "projection"_kw) {
    element.finish();
    return false;
  }
  if (element.word() != "key"_kw && element.word() != "index"_kw) {
    index.method = lower_case(element.bytes()); // FULLTEXT, SPATIAL
    element.advance();
  }
  if (element.word() == "key"_kw || element.word() == "index"_kw) {
    element.advance();
  }
  element.take("if"_kw, "not"_kw, "exists"_kw);
  if (element.dialect() == Dialect::clickhouse) {
    index.name = read_name(element);
    index.elements.push_back(read_key_element(element));
  } else {
    pass_index_words(element, index.name);
    if (index.name.empty() && element.mark() != '(') {
      index.name = read_name(element); // T-SQL
      while (!element.done() && element.mark() != '(') {
        index.unique = index.unique || element.word() == "unique"_kw;
        element.advance();
      }
    }
    index.elements = read_key_elements(element);
  }
  element.finish();
  index.span = element.span_since(begin);
  return true;
}

void read_references(Cursor& cursor, ConstraintDefinition& constraint) {
  constraint.references = read_qualified_name(cursor);
  if (cursor.mark() == '(') {
    constraint.referenced_columns = read_column_list(cursor);
  }
}

// A table of words. NOLINTNEXTLINE(readability-function-size)
bool read_attribute(Cursor& cursor, ConstraintDefinition& constraint) {
  switch (cursor.word()) {
  case "on"_kw:
    if (cursor.take("on"_kw, "delete"_kw)) {
      constraint.on_delete = read_action(cursor);
    } else if (
        cursor.word(1) == "update"_kw && !constraint.references.empty()) {
      cursor.advance(2);
      constraint.on_update = read_action(cursor);
    } else if (cursor.take("on"_kw, "conflict"_kw)) {
      cursor.advance(); // SQLite
    } else {
      return false;
    }
    return true;
  case "match"_kw:
    cursor.advance(2);
    return true;
  case "deferrable"_kw:
    constraint.deferrable = true;
    cursor.advance();
    return true;
  case "initially"_kw:
    constraint.deferrable =
        constraint.deferrable || cursor.word(1) == "deferred"_kw;
    cursor.advance(2);
    return true;
  case "enforced"_kw:
    cursor.advance();
    return true;
  case "not"_kw:
    if (cursor.take("not"_kw, "valid"_kw)) {
      constraint.not_valid = true;
      return true;
    }
    if (cursor.take("not"_kw, "deferrable"_kw)) {
      constraint.deferrable = false;
      return true;
    }
    return cursor.take("not"_kw, "enforced"_kw);
  case "no"_kw:
    constraint.no_inherit = cursor.take("no"_kw, "inherit"_kw);
    return constraint.no_inherit;
  case "include"_kw:
    cursor.advance();
    constraint.include = read_column_list(cursor);
    return true;
  case "where"_kw: {
    cursor.advance();
    Cursor inner = cursor.group();
    Expression where = read_expression(inner);
    for (std::string& column : where.columns) {
      add_once(constraint.expression.columns, std::move(column));
    }
    return true;
  }
  case "using"_kw:
    if (cursor.take("using"_kw, "index"_kw)) {
      if (cursor.take("tablespace"_kw)) {
        cursor.advance();
      } else {
        constraint.using_index = read_name(cursor).text;
      }
      return true;
    }
    return false;
  case "nulls"_kw:
    cursor.advance(cursor.word(1) == "not"_kw ? 3 : 2);
    return true;
  case "with"_kw:
    if (cursor.mark(1) == '(') {
      cursor.advance();
      cursor.group();
      return true;
    }
    return false;
  default:
    return false;
  }
}

} // namespace migcheck::ddl
