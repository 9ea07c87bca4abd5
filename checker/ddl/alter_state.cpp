// ALTER TABLE: the actions on the table as a whole.
#include "ddl/names.hpp"
#include "ddl/partitions.hpp"
#include "ddl/statements.hpp"

#include <utility>

namespace migcheck::ddl {
namespace {

using namespace sql::word_literals;
using sql::WordKey;

// Actions of which nothing but their words is held.
bool begins_other_action(WordKey word) {
  switch (word) {
  case "convert"_kw: // MySQL
  case "engine"_kw:
  case "auto_increment"_kw:
  case "comment"_kw:
  case "default"_kw:
  case "charset"_kw:
  case "character"_kw:
  case "collate"_kw:
  case "row_format"_kw:
  case "order"_kw:
  case "algorithm"_kw:
  case "lock"_kw:
  case "partition"_kw:
  case "remove"_kw:
  case "reorganize"_kw:
  case "truncate"_kw:
  case "exchange"_kw:
  case "key_block_size"_kw:
  case "discard"_kw:
  case "import"_kw:
  case "update"_kw: // ClickHouse
  case "delete"_kw:
  case "clear"_kw:
  case "materialize"_kw:
  case "freeze"_kw:
  case "move"_kw:
  case "fetch"_kw:
  case "replace"_kw:
  case "reset"_kw: // PostgreSQL
  case "cluster"_kw:
  case "replica"_kw:
  case "options"_kw:
  case "of"_kw:
  case "not"_kw:
  case "check"_kw: // T-SQL
  case "nocheck"_kw:
  case "rebuild"_kw:
  case "switch"_kw:
    return true;
  default:
    return false;
  }
}

// What follows SET.
ActionValue read_set(Cursor& cursor, const Cursor& whole) {
  if (cursor.take("schema"_kw)) {
    return SetTableSchema{read_name(cursor)};
  }
  return OtherAction{first_words(whole)}; // TABLESPACE, LOGGED, (options) …
}

// What follows ENABLE, DISABLE, FORCE: triggers and rules too.
ActionValue
read_row_security(Cursor& cursor, const Cursor& whole, RowSecurity state) {
  if (cursor.take("row"_kw, "level"_kw, "security"_kw)) {
    return SetRowSecurity{state};
  }
  return OtherAction{first_words(whole)};
}

bool take_partition(Cursor& cursor) {
  return cursor.dialect() == Dialect::postgresql && cursor.take("partition"_kw);
}

ActionValue read_attach(Cursor& cursor, const Cursor& whole) {
  if (!take_partition(cursor)) {
    return OtherAction{first_words(whole)};
  }
  AttachPartition action;
  action.partition = read_qualified_name(cursor);
  read_bounds(cursor, action.bounds);
  return action;
}

ActionValue read_detach(Cursor& cursor, const Cursor& whole) {
  if (!take_partition(cursor)) {
    return OtherAction{first_words(whole)};
  }
  DetachPartition action;
  action.partition = read_qualified_name(cursor);
  action.concurrently = cursor.take("concurrently"_kw);
  return action;
}

// What follows NO.
std::optional<ActionValue> read_no(Cursor& cursor) {
  if (cursor.take("inherit"_kw)) {
    return Inherit{read_qualified_name(cursor), true};
  }
  if (cursor.take("force"_kw) &&
      cursor.take("row"_kw, "level"_kw, "security"_kw)) {
    return SetRowSecurity{RowSecurity::no_force};
  }
  return std::nullopt;
}

} // namespace

std::optional<ActionValue> read_state_change(Cursor action) {
  const Cursor whole = action;
  const WordKey word = action.word();
  action.advance();
  switch (word) {
  case "set"_kw:
    return read_set(action, whole);
  case "owner"_kw:
    action.take("to"_kw);
    return SetTableOwner{read_name(action)};
  case "attach"_kw:
    return read_attach(action, whole);
  case "detach"_kw:
    return read_detach(action, whole);
  case "inherit"_kw:
    return Inherit{read_qualified_name(action), false};
  case "no"_kw:
    return read_no(action);
  case "force"_kw:
    return read_row_security(action, whole, RowSecurity::force);
  case "enable"_kw:
    return read_row_security(action, whole, RowSecurity::enable);
  case "disable"_kw:
    return read_row_security(action, whole, RowSecurity::disable);
  default:
    break;
  }
  if (begins_other_action(word)) {
    return OtherAction{first_words(whole)};
  }
  return std::nullopt;
}

} // namespace migcheck::ddl
