#include "ddl/type_names.hpp"

#include "ddl/names.hpp"
#include "ddl/postgresql_types.hpp"
#include "text/ascii.hpp"

#include <string>

namespace migcheck::ddl {
namespace {

using namespace sql::word_literals;
using sql::TokenKind;
using sql::WordKey;

// Words that follow a type and begin something else.
bool ends_type(WordKey word) {
  switch (word) {
  case "not"_kw:
  case "null"_kw:
  case "default"_kw:
  case "primary"_kw:
  case "unique"_kw:
  case "key"_kw:
  case "check"_kw:
  case "references"_kw:
  case "constraint"_kw:
  case "collate"_kw:
  case "generated"_kw:
  case "as"_kw:
  case "auto_increment"_kw:
  case "autoincrement"_kw:
  case "comment"_kw:
  case "on"_kw:
  case "identity"_kw:
  case "first"_kw:
  case "after"_kw:
  case "codec"_kw:
  case "ttl"_kw:
  case "materialized"_kw:
  case "alias"_kw:
  case "ephemeral"_kw:
  case "invisible"_kw:
  case "visible"_kw:
  case "virtual"_kw:
  case "stored"_kw:
  case "persisted"_kw:
  case "sparse"_kw:
  case "rowguidcol"_kw:
  case "column_format"_kw:
  case "storage"_kw:
  case "serial_default_value"_kw:
  case "srid"_kw:
  case "hidden"_kw:
  case "with"_kw:
  case "index"_kw:
  case "clustered"_kw:
  case "nonclustered"_kw:
  case "masked"_kw:
  case "compressed"_kw:
  case "set"_kw:
  case "deferrable"_kw:
  case "settings"_kw:
  case "statistics"_kw:
    return true;
  default:
    return false;
  }
}

// MySQL: what a type's words say about its text alone.
bool passes_charset(Cursor& cursor) {
  if (cursor.take("character"_kw, "set"_kw) || cursor.take("charset"_kw)) {
    cursor.advance();
    return true;
  }
  return cursor.take("ascii"_kw) || cursor.take("binary"_kw);
}

// `(10,2)`, `(Nullable(String), String)`.
std::string modifiers(Cursor& cursor, bool case_matters) {
  std::string text = "(";
  for (Cursor inner = cursor.group(); !inner.done(); inner.advance()) {
    text += inner.bytes();
    text += inner.mark() == ',' && case_matters ? " " : "";
  }
  return text + ")";
}

// The types of the other dialects: as written but for case and blanks.
TypeName read_plain_type(Cursor& cursor) {
  const bool case_matters = cursor.dialect() == Dialect::clickhouse;
  TypeName type;
  while (!cursor.done()) {
    if (cursor.mark() == '(' && !type.empty()) {
      type.text += modifiers(cursor, case_matters);
      continue;
    }
    const Lexeme& lexeme = cursor.peek();
    const bool quoted = lexeme.kind == TokenKind::quoted_identifier;
    if (ends_type(lexeme.word) ||
        (lexeme.kind != TokenKind::word && !(quoted && type.empty()))) {
      break;
    }
    if (!type.empty() && passes_charset(cursor)) {
      continue;
    }
    const QualifiedName name = read_qualified_name(cursor);
    if (name.empty()) {
      return {};
    }
    const std::string blank = type.empty() ? "" : " ";
    const std::string word = case_matters ? name.name : lower_case(name.name);
    type.text += blank + word;
    type.bare += blank + word;
  }
  return type;
}

} // namespace

TypeName read_type(Cursor& cursor, Serial* serial) {
  if (cursor.done()) {
    return {};
  }
  if (cursor.dialect() == Dialect::postgresql ||
      cursor.dialect() == Dialect::ansi) {
    return read_postgresql_type(cursor, serial);
  }
  return read_plain_type(cursor);
}

} // namespace migcheck::ddl
