// Which reader a statement's first words ask for.
#include "ddl/dispatch.hpp"

#include "ddl/names.hpp"
#include "text/ascii.hpp"

#include <utility>

namespace migcheck::ddl {
namespace {

using namespace sql::word_literals;
using sql::TokenKind;
using sql::WordKey;

bool take_modifier(Cursor& cursor, Modifiers& modifiers) {
  switch (cursor.word()) {
  case "or"_kw: // OR REPLACE, OR ALTER
    modifiers.or_replace = true;
    cursor.advance();
    break;
  case "temp"_kw:
  case "temporary"_kw:
    modifiers.temporary = true;
    break;
  case "unlogged"_kw:
    modifiers.unlogged = true;
    break;
  case "foreign"_kw:
    modifiers.foreign = true;
    return cursor.take("foreign"_kw) && cursor.word() == "table"_kw;
  case "unique"_kw:
    modifiers.unique = true;
    break;
  case "virtual"_kw:
    modifiers.virtual_ = true;
    break;
  case "materialized"_kw:
    modifiers.materialized = true;
    break;
  case "constraint"_kw:
    modifiers.constraint = true;
    break;
  case "recursive"_kw:
    modifiers.recursive = true;
    break;
  case "global"_kw:
  case "local"_kw:
  case "fulltext"_kw:
  case "spatial"_kw:
  case "clustered"_kw:
  case "nonclustered"_kw:
  case "columnstore"_kw:
  case "live"_kw:
  case "window"_kw:
  case "external"_kw:
    break;
  default:
    return false;
  }
  cursor.advance();
  return true;
}

// MySQL: ALGORITHM = …, DEFINER = 'a'@'b', SQL SECURITY … before the object.
void pass_definer(Cursor& cursor) {
  while (!cursor.done()) {
    if (cursor.take("sql"_kw, "security"_kw)) {
      cursor.advance();
    } else if (
        (cursor.word() == "definer"_kw || cursor.word() == "algorithm"_kw) &&
        cursor.mark(1) == '=') {
      cursor.advance(3);
      while (cursor.mark() == '@' ||
             (!cursor.done() && cursor.bytes().front() == '@')) {
        cursor.advance(cursor.mark() == '@' ? 2 : 1);
      }
      cursor.group(); // CURRENT_USER()
    } else {
      return;
    }
  }
}

// MATERIALIZED was taken as a modifier, so that the object's word is plain.
void read_created(
    Cursor& cursor, ObjectKind kind, const Modifiers& modifiers, Sink& sink) {
  switch (kind) {
  case ObjectKind::table:
    sink.emplace_back(read_create_table(cursor, modifiers));
    return;
  case ObjectKind::index:
    sink.emplace_back(read_create_index(cursor, modifiers));
    return;
  case ObjectKind::view:
    sink.emplace_back(read_create_view(cursor, modifiers));
    return;
  case ObjectKind::trigger:
    sink.emplace_back(read_create_trigger(cursor, modifiers));
    return;
  case ObjectKind::policy:
    sink.emplace_back(read_policy(cursor));
    return;
  case ObjectKind::rule:
    sink.emplace_back(read_rule(cursor, modifiers));
    return;
  case ObjectKind::type:
    sink.emplace_back(read_create_type(cursor));
    return;
  case ObjectKind::domain:
    sink.emplace_back(read_create_domain(cursor));
    return;
  case ObjectKind::sequence:
    sink.emplace_back(read_sequence(cursor, modifiers));
    return;
  case ObjectKind::extension:
    sink.emplace_back(read_create_extension(cursor));
    return;
  case ObjectKind::function:
  case ObjectKind::procedure:
  case ObjectKind::aggregate:
    sink.emplace_back(read_create_function(cursor, kind, modifiers));
    return;
  default:
    sink.emplace_back(read_create_other(cursor, kind, modifiers));
  }
}

// CREATE SCHEMA a CREATE TABLE b … CREATE VIEW c …
void read_schema(Cursor& cursor, ObjectKind kind, Sink& sink) {
  CreateSchema schema = read_create_schema(cursor);
  schema.database = kind == ObjectKind::database;
  const std::string name = schema.name.text;
  sink.emplace_back(std::move(schema));
  while (cursor.word() == "create"_kw && kind == ObjectKind::schema) {
    const std::size_t begin = cursor.place();
    do {
      cursor.skip();
    } while (!cursor.done() && cursor.word() != "create"_kw &&
             cursor.word() != "grant"_kw);
    Cursor element = cursor.since(begin);
    const std::size_t first = sink.size();
    read_statement(element, sink);
    for (std::size_t i = first; i < sink.size(); ++i) {
      if (auto* table = std::get_if<CreateTable>(&sink[i])) {
        table->name.schema = name;
      } else if (auto* view = std::get_if<CreateView>(&sink[i])) {
        view->name.schema = name;
      }
    }
  }
}

void read_create(Cursor& cursor, Sink& sink) {
  Modifiers modifiers;
  pass_definer(cursor);
  while (take_modifier(cursor, modifiers)) {
    pass_definer(cursor);
  }
  pass_definer(cursor);
  const ObjectKind kind = read_object_kind(cursor);
  if (kind == ObjectKind::schema || kind == ObjectKind::database) {
    read_schema(cursor, kind, sink);
  } else {
    read_created(cursor, kind, modifiers, sink);
  }
}

void read_rename(Cursor& cursor, Sink& sink) {
  RenameTables rename;
  if (!cursor.take("table"_kw) && !cursor.take("tables"_kw)) {
    const std::string words = "rename " + first_words(cursor);
    cursor.finish();
    sink.emplace_back(NoEffect{words}); // RENAME USER
    return;
  }
  do {
    RenameTables::Pair pair;
    cursor.take("if"_kw, "exists"_kw);
    pair.from = read_qualified_name(cursor);
    cursor.take("to"_kw);
    pair.to = read_qualified_name(cursor);
    rename.pairs.push_back(std::move(pair));
  } while (cursor.take_mark(','));
  sink.emplace_back(std::move(rename));
}

void read_transaction(Cursor& cursor, WordKey word, Sink& sink) {
  using enum TransactionVerb;
  TransactionStatement statement;
  switch (word) {
  case "commit"_kw:
  case "end"_kw:
    statement.verb = cursor.word() == "prepared"_kw ? other : commit;
    break;
  case "rollback"_kw:
  case "abort"_kw:
    statement.verb = cursor.word() == "prepared"_kw ? other : rollback;
    if (!cursor.take("work"_kw)) {
      cursor.take("transaction"_kw);
    }
    if (cursor.take("to"_kw)) {
      statement.verb = rollback_to;
      cursor.take("savepoint"_kw);
      statement.savepoint = read_name(cursor).text;
    }
    break;
  case "savepoint"_kw:
  case "save"_kw:
    statement.verb = savepoint;
    cursor.take("tran"_kw);
    cursor.take("transaction"_kw);
    statement.savepoint = read_name(cursor).text;
    break;
  case "release"_kw:
    statement.verb = release;
    cursor.take("savepoint"_kw);
    statement.savepoint = read_name(cursor).text;
    break;
  case "prepare"_kw:
    statement.verb = other;
    break;
  default:
    statement.verb = begin;
  }
  cursor.finish();
  sink.emplace_back(std::move(statement));
}

bool read_data_verb(Cursor& cursor, WordKey word, Sink& sink) {
  switch (word) {
  case "select"_kw:
  case "values"_kw:
  case "with"_kw:
  case "table"_kw:
    read_data(cursor, DataVerb::select, sink);
    return true;
  case "insert"_kw:
  case "replace"_kw:
    read_data(cursor, DataVerb::insert, sink);
    return true;
  case "update"_kw:
    read_data(cursor, DataVerb::update, sink);
    return true;
  case "delete"_kw:
    read_data(cursor, DataVerb::delete_, sink);
    return true;
  case "merge"_kw:
    read_data(cursor, DataVerb::merge, sink);
    return true;
  default:
    return false;
  }
}

bool read_other_verb(Cursor& cursor, WordKey word, Sink& sink) {
  switch (word) {
  case "truncate"_kw:
    sink.emplace_back(read_truncate(cursor));
    return true;
  case "copy"_kw:
    sink.emplace_back(read_copy(cursor));
    return true;
  case "call"_kw:
  case "exec"_kw:
  case "execute"_kw:
    sink.emplace_back(read_call(cursor));
    return true;
  case "lock"_kw:
    sink.emplace_back(read_lock(cursor));
    return true;
  case "set"_kw:
  case "reset"_kw:
    read_set(cursor, sink);
    return true;
  case "use"_kw:
    sink.emplace_back(UseDatabase{read_name(cursor)});
    return true;
  case "comment"_kw:
    sink.emplace_back(read_comment(cursor));
    return true;
  case "grant"_kw:
  case "revoke"_kw:
    sink.emplace_back(read_grant(cursor, word == "revoke"_kw));
    return true;
  case "rename"_kw:
    read_rename(cursor, sink);
    return true;
  default:
    return false;
  }
}

bool begins_transaction(const Cursor& cursor, WordKey word) {
  const WordKey next = cursor.word();
  switch (word) {
  case "begin"_kw:
    return cursor.dialect() != Dialect::tsql || next == "tran"_kw ||
           next == "transaction"_kw || next == "distributed"_kw;
  case "start"_kw:
  case "prepare"_kw:
    return next == "transaction"_kw;
  case "save"_kw:
    return next == "tran"_kw || next == "transaction"_kw;
  case "commit"_kw:
  case "end"_kw:
  case "rollback"_kw:
  case "abort"_kw:
  case "savepoint"_kw:
  case "release"_kw:
    return true;
  default:
    return false;
  }
}

bool has_no_effect(WordKey word) {
  switch (word) {
  case "vacuum"_kw:
  case "analyze"_kw:
  case "analyse"_kw:
  case "reindex"_kw:
  case "cluster"_kw:
  case "refresh"_kw:
  case "explain"_kw:
  case "pragma"_kw:
  case "checkpoint"_kw:
  case "discard"_kw:
  case "listen"_kw:
  case "unlisten"_kw:
  case "notify"_kw:
  case "load"_kw:
  case "prepare"_kw:
  case "deallocate"_kw:
  case "declare"_kw:
  case "fetch"_kw:
  case "move"_kw:
  case "close"_kw:
  case "security"_kw:
  case "reassign"_kw:
  case "show"_kw:
  case "optimize"_kw:
  case "attach"_kw:
  case "detach"_kw:
  case "flush"_kw:
  case "unlock"_kw:
  case "system"_kw:
  case "kill"_kw:
  case "start"_kw:
  case "print"_kw:
  case "raiserror"_kw:
  case "describe"_kw:
    return true;
  default:
    return false;
  }
}

} // namespace

void read_statement(Cursor& cursor, Sink& sink) {
  const Cursor whole = cursor;
  while (cursor.mark() == '(') { // (SELECT …) UNION …
    cursor.advance();
  }
  const WordKey word = cursor.word();
  if (Cursor data = whole; read_data_verb(data, word, sink)) {
    cursor.finish();
    return;
  }
  cursor.advance();
  if (word == "create"_kw) {
    read_create(cursor, sink);
  } else if (word == "alter"_kw) {
    read_alter(cursor, sink);
  } else if (word == "drop"_kw) {
    read_drop(cursor, sink);
  } else if (begins_transaction(cursor, word)) {
    read_transaction(cursor, word, sink);
  } else if (word != 0 && read_other_verb(cursor, word, sink)) {
    cursor.finish();
  } else if (has_no_effect(word)) {
    sink.emplace_back(NoEffect{first_words(whole)});
  } else {
    sink.emplace_back(Unknown{first_words(whole), {}});
  }
}

} // namespace migcheck::ddl
