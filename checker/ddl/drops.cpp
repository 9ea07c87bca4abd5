// DROP.
#include "ddl/arguments.hpp"
#include "ddl/names.hpp"
#include "ddl/statements.hpp"

namespace migcheck::ddl {
namespace {

using namespace sql::word_literals;

bool has_arguments(ObjectKind kind) {
  return kind == ObjectKind::function || kind == ObjectKind::procedure ||
         kind == ObjectKind::aggregate || kind == ObjectKind::routine;
}

// One name, with what tells it apart.
DroppedObject read_object(Cursor& cursor, ObjectKind kind) {
  DroppedObject object;
  object.name = read_qualified_name(cursor);
  if (has_arguments(kind) && cursor.mark() == '(') {
    object.has_arguments = true;
    object.signature = signature_of(read_arguments(cursor), kind);
  }
  if (cursor.word() == "on"_kw && cursor.word(1) != "cluster"_kw) {
    cursor.advance();
    object.table = read_qualified_name(cursor);
  }
  return object;
}

// T-SQL: DROP INDEX table.index.
bool index_holds_table(const Cursor& cursor, ObjectKind kind) {
  return kind == ObjectKind::index && cursor.dialect() == Dialect::tsql;
}

} // namespace

void read_drop(Cursor& cursor, Sink& sink) {
  const Cursor whole = cursor;
  Drop drop;
  drop.temporary = cursor.take("temporary"_kw);
  drop.kind = read_object_kind(cursor);
  if (drop.kind == ObjectKind::other) {
    cursor.finish();
    // DROP OWNED drops what nobody can tell from the text.
    if (whole.word() == "owned"_kw) {
      sink.emplace_back(Unknown{"drop " + first_words(whole), {}});
    } else {
      sink.emplace_back(NoEffect{"drop " + first_words(whole)});
    }
    return;
  }
  drop.concurrently = cursor.take("concurrently"_kw);
  drop.if_exists = cursor.take("if"_kw, "exists"_kw);
  do {
    DroppedObject object = read_object(cursor, drop.kind);
    if (index_holds_table(cursor, drop.kind) && object.table.empty()) {
      object.table.name = std::move(object.name.schema);
      object.name.schema.clear();
    }
    drop.objects.push_back(std::move(object));
  } while (cursor.take_mark(','));
  while (!cursor.done()) {
    drop.cascade = drop.cascade || cursor.word() == "cascade"_kw;
    cursor.advance();
  }
  sink.emplace_back(std::move(drop));
}

} // namespace migcheck::ddl
