// The kinds of objects that words name.
#include "ddl/names.hpp"
#include "ddl/statements.hpp"

namespace migcheck::ddl {
namespace {

using namespace sql::word_literals;
using sql::WordKey;

ObjectKind kind_of(WordKey word) {
  switch (word) {
  case "table"_kw:
    return ObjectKind::table;
  case "column"_kw:
    return ObjectKind::column;
  case "index"_kw:
    return ObjectKind::index;
  case "constraint"_kw:
    return ObjectKind::constraint;
  case "view"_kw:
    return ObjectKind::view;
  case "sequence"_kw:
    return ObjectKind::sequence;
  case "type"_kw:
    return ObjectKind::type;
  case "domain"_kw:
    return ObjectKind::domain;
  case "schema"_kw:
    return ObjectKind::schema;
  case "database"_kw:
    return ObjectKind::database;
  case "extension"_kw:
    return ObjectKind::extension;
  case "function"_kw:
    return ObjectKind::function;
  case "procedure"_kw:
  case "proc"_kw:
    return ObjectKind::procedure;
  case "routine"_kw:
    return ObjectKind::routine;
  case "aggregate"_kw:
    return ObjectKind::aggregate;
  case "trigger"_kw:
    return ObjectKind::trigger;
  case "policy"_kw:
    return ObjectKind::policy;
  case "rule"_kw:
    return ObjectKind::rule;
  case "role"_kw:
  case "user"_kw:
  case "group"_kw:
  case "login"_kw:
    return ObjectKind::role;
  case "dictionary"_kw:
    return ObjectKind::dictionary;
  case "event"_kw:
    return ObjectKind::event;
  case "tablespace"_kw:
    return ObjectKind::tablespace;
  case "subscription"_kw:
    return ObjectKind::subscription;
  case "publication"_kw:
    return ObjectKind::publication;
  case "system"_kw:
    return ObjectKind::system;
  default:
    return ObjectKind::other;
  }
}

} // namespace

ObjectKind read_object_kind(Cursor& cursor) {
  if (cursor.take("materialized"_kw, "view"_kw)) {
    return ObjectKind::materialized_view;
  }
  if (cursor.take("foreign"_kw, "table"_kw)) {
    return ObjectKind::foreign_table;
  }
  if (cursor.take("event"_kw, "trigger"_kw)) {
    return ObjectKind::event_trigger;
  }
  if (cursor.take("default"_kw, "privileges"_kw)) {
    return ObjectKind::privileges;
  }
  if (cursor.take("user"_kw, "mapping"_kw)) {
    return ObjectKind::other;
  }
  if (cursor.take("aggregate"_kw, "function"_kw)) { // MySQL
    return ObjectKind::function;
  }
  const ObjectKind kind = kind_of(cursor.word());
  if (kind != ObjectKind::other) {
    cursor.advance();
  }
  return kind;
}

} // namespace migcheck::ddl
