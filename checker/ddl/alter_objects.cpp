// ALTER of anything: which object, and the changes that all kinds share.
#include "ddl/arguments.hpp"
#include "ddl/columns.hpp"
#include "ddl/names.hpp"
#include "ddl/statements.hpp"
#include "ddl/tables_used.hpp"

namespace migcheck::ddl {
namespace {

using namespace sql::word_literals;

bool has_arguments(ObjectKind kind) {
  return kind == ObjectKind::function || kind == ObjectKind::procedure ||
         kind == ObjectKind::aggregate || kind == ObjectKind::routine;
}

// The object's name, with its arguments or its table.
AlterObject read_object(Cursor& cursor, ObjectKind kind) {
  AlterObject alter;
  alter.kind = kind;
  alter.if_exists = cursor.take("if"_kw, "exists"_kw);
  alter.object.name = read_qualified_name(cursor);
  if (has_arguments(kind) && cursor.mark() == '(') {
    alter.object.has_arguments = true;
    alter.object.signature = signature_of(read_arguments(cursor), kind);
  }
  if (cursor.take("on"_kw)) {
    alter.object.table = read_qualified_name(cursor);
  }
  return alter;
}

void read_sequence_change(Cursor& cursor, AlterObject alter, Sink& sink) {
  read_object_change(cursor, alter);
  if (alter.change != ObjectChange::other) {
    sink.emplace_back(std::move(alter));
    return;
  }
  SequenceStatement sequence;
  read_sequence_options(cursor, sequence);
  sequence.name = std::move(alter.object.name);
  sequence.alter = true;
  sequence.if_exists = alter.if_exists;
  sink.emplace_back(std::move(sequence));
}

// ALTER VIEW v AS …, of MySQL and T-SQL.
bool redefines_view(Cursor cursor) {
  cursor.take("if"_kw, "exists"_kw);
  read_qualified_name(cursor);
  cursor.group();
  return cursor.word() == "as"_kw;
}

// ALTER VIEW v ALTER COLUMN …, RENAME COLUMN …: as for tables.
bool changes_column(Cursor cursor) {
  cursor.take("if"_kw, "exists"_kw);
  read_qualified_name(cursor);
  return cursor.word() == "alter"_kw ||
         (cursor.word() == "rename"_kw && cursor.word(1) != "to"_kw);
}

void read_alter_view(Cursor& cursor, ObjectKind kind, Sink& sink) {
  if (redefines_view(cursor)) {
    CreateView view = read_create_view(cursor, {});
    view.alter = true;
    sink.emplace_back(std::move(view));
  } else if (changes_column(cursor)) {
    sink.emplace_back(read_alter_table(cursor, kind));
  } else {
    AlterObject alter = read_object(cursor, kind);
    read_object_change(cursor, alter);
    sink.emplace_back(std::move(alter));
  }
}

} // namespace

void read_object_change(Cursor& cursor, AlterObject& alter) {
  alter.change = ObjectChange::other;
  if (cursor.take("rename"_kw, "to"_kw)) {
    alter.change = ObjectChange::rename;
  } else if (cursor.take("set"_kw, "schema"_kw)) {
    alter.change = ObjectChange::set_schema;
  } else if (cursor.take("owner"_kw, "to"_kw)) {
    alter.change = ObjectChange::set_owner;
  } else if (cursor.take("attach"_kw, "partition"_kw)) {
    alter.change = ObjectChange::attach_partition;
  }
  if (alter.change != ObjectChange::other) {
    alter.to = read_qualified_name(cursor);
    cursor.finish();
  }
}

void read_alter(Cursor& cursor, Sink& sink) {
  const Cursor whole = cursor;
  cursor.take("ignore"_kw); // MySQL
  cursor.take("online"_kw);
  const ObjectKind kind = read_object_kind(cursor);
  switch (kind) {
  case ObjectKind::table:
  case ObjectKind::foreign_table:
    sink.emplace_back(read_alter_table(cursor, kind));
    return;
  case ObjectKind::type:
    read_alter_type(cursor, sink);
    return;
  case ObjectKind::domain:
    read_alter_domain(cursor, sink);
    return;
  case ObjectKind::view:
  case ObjectKind::materialized_view:
    read_alter_view(cursor, kind, sink);
    return;
  case ObjectKind::sequence:
    read_sequence_change(cursor, read_object(cursor, kind), sink);
    return;
  case ObjectKind::policy:
    if (Cursor ahead = cursor; read_object(ahead, kind).object.name.empty() ||
                               ahead.word() != "rename"_kw) {
      TableRule policy = read_policy(cursor);
      policy.alter = true;
      sink.emplace_back(std::move(policy));
      return;
    }
    break;
  case ObjectKind::privileges:
    sink.emplace_back(read_default_privileges(cursor));
    return;
  case ObjectKind::other:
  case ObjectKind::system:
  case ObjectKind::database:
    cursor.finish();
    sink.emplace_back(NoEffect{"alter " + first_words(whole)});
    return;
  default:
    break;
  }
  AlterObject alter = read_object(cursor, kind);
  read_object_change(cursor, alter);
  cursor.finish();
  sink.emplace_back(std::move(alter));
}

} // namespace migcheck::ddl
