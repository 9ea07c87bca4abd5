// Sequences, schemas, extensions, and what is held by name only.
#include "ddl/names.hpp"
#include "ddl/statements.hpp"
#include "ddl/tables_used.hpp"

namespace migcheck::ddl {
namespace {

using namespace sql::word_literals;

// OWNED BY t.c, OWNED BY s.t.c, OWNED BY NONE.
void read_owner(Cursor& cursor, SequenceStatement& sequence) {
  sequence.owned_by = true;
  if (cursor.take("none"_kw)) {
    return;
  }
  std::vector<Name> parts;
  do {
    parts.push_back(read_name(cursor));
  } while (cursor.take_mark('.'));
  if (parts.size() < 2) {
    return;
  }
  sequence.column = std::move(parts.back().text);
  sequence.table.name = std::move(parts[parts.size() - 2].text);
  if (parts.size() > 2) {
    sequence.table.schema = std::move(parts[parts.size() - 3].text);
  }
}

} // namespace

SequenceStatement read_sequence(Cursor& cursor, const Modifiers& modifiers) {
  SequenceStatement sequence;
  sequence.temporary = modifiers.temporary;
  sequence.if_not_exists = cursor.take("if"_kw, "not"_kw, "exists"_kw);
  sequence.name = read_qualified_name(cursor);
  read_sequence_options(cursor, sequence);
  return sequence;
}

void read_sequence_options(Cursor& cursor, SequenceStatement& sequence) {
  while (!cursor.done()) {
    if (cursor.take("owned"_kw, "by"_kw)) {
      read_owner(cursor, sequence);
    } else {
      cursor.skip();
    }
  }
}

CreateSchema read_create_schema(Cursor& cursor) {
  CreateSchema schema;
  schema.if_not_exists = cursor.take("if"_kw, "not"_kw, "exists"_kw);
  if (cursor.word() != "authorization"_kw) {
    schema.name = read_name(cursor);
  }
  if (cursor.take("authorization"_kw)) {
    Name role = read_name(cursor);
    schema.name = schema.name.empty() ? std::move(role) : schema.name;
  }
  return schema;
}

CreateExtension read_create_extension(Cursor& cursor) {
  CreateExtension extension;
  extension.if_not_exists = cursor.take("if"_kw, "not"_kw, "exists"_kw);
  extension.name = read_name(cursor);
  while (!cursor.done()) {
    if (cursor.take("schema"_kw)) {
      extension.schema = read_name(cursor);
    } else {
      extension.cascade = extension.cascade || cursor.word() == "cascade"_kw;
      cursor.advance();
    }
  }
  return extension;
}

CreateOther
read_create_other(Cursor& cursor, ObjectKind kind, const Modifiers& modifiers) {
  CreateOther other;
  other.kind = kind;
  other.words = first_words(cursor, 2);
  other.or_replace = modifiers.or_replace;
  if (kind != ObjectKind::other) {
    other.if_not_exists = cursor.take("if"_kw, "not"_kw, "exists"_kw);
    other.name = read_qualified_name(cursor);
  }
  other.reads = read_tables_used(cursor).reads;
  return other;
}

} // namespace migcheck::ddl
