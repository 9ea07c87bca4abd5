// ALTER TABLE: its list, and the actions on what a table is made of.
#include "ddl/columns.hpp"
#include "ddl/constraints.hpp"
#include "ddl/names.hpp"
#include "ddl/statements.hpp"

#include <optional>
#include <utility>

namespace migcheck::ddl {
namespace {

using namespace sql::word_literals;
using sql::WordKey;

bool read_cascade(Cursor& cursor) {
  if (cursor.dialect() == Dialect::postgresql) {
    const bool restricted = cursor.take("restrict"_kw);
    return !restricted && cursor.take("cascade"_kw);
  }
  bool cascade = false;
  while (!cursor.done()) {
    cascade = cascade || cursor.word() == "cascade"_kw;
    cursor.skip();
  }
  return cascade;
}

class ActionReader {
 public:
  ActionReader(Cursor& cursor, std::vector<TableAction>& actions)
      : cursor_(cursor), actions_(actions) {}

  // Reads one element of the list. `carried`: the verb of the one before, for
  // T-SQL's `ADD a int, b int`.
  void read(WordKey carried);

 private:
  template <typename Action>
  void add(Action action) {
    actions_.push_back({span_, std::move(action)});
  }

  bool verb(WordKey word);
  void add_something();
  void add_columns();
  void drop_something();
  void drop_constraint(DroppedConstraint kind);
  void alter_something();
  void modify(bool renames);
  void rename();
  void other();
  bool is_cut_short();

  Cursor& cursor_;
  std::vector<TableAction>& actions_;
  Span span_;
  Cursor whole_ = cursor_;
};

void ActionReader::other() {
  add(OtherAction{first_words(whole_)});
}

// Something follows that cannot: mostly the next statement, where a `;` is
// missing. The server refuses both.
bool ActionReader::is_cut_short() {
  if (cursor_.done() || cursor_.dialect() != Dialect::postgresql) {
    return false;
  }
  add(UnknownAction{first_words(whole_)});
  return true;
}

void ActionReader::read(WordKey carried) {
  span_ = cursor_.span();
  whole_ = cursor_;
  const WordKey word = cursor_.word();
  cursor_.advance();
  if (verb(word)) {
    return;
  }
  cursor_ = whole_;
  if (std::optional<ActionValue> change = read_state_change(cursor_)) {
    add(std::move(*change));
  } else if (carried == "add"_kw) {
    add_something();
  } else if (carried == "drop"_kw) {
    drop_something();
  } else {
    add(UnknownAction{first_words(whole_)});
  }
}

// ADD (a int, b int), of MySQL.
void ActionReader::add_columns() {
  for (Cursor list = cursor_.group(); !list.done();) {
    Cursor element = list.element();
    ActionReader inner(element, actions_);
    inner.span_ = element.span();
    inner.whole_ = element;
    inner.add_something();
  }
}

void ActionReader::add_something() {
  if (at_inline_index(cursor_)) {
    AddIndex action;
    action.if_not_exists = cursor_.word(1) == "if"_kw;
    if (read_inline_index(cursor_, action.index)) {
      add(std::move(action));
    } else {
      other();
    }
    return;
  }
  if (at_table_constraint(cursor_)) {
    AddConstraint action;
    action.if_not_exists =
        cursor_.word() == "constraint"_kw && cursor_.word(1) == "if"_kw;
    if (read_table_constraint(cursor_, action.constraint)) {
      add(std::move(action));
    } else {
      other(); // T-SQL: ADD CONSTRAINT name DEFAULT …
    }
    return;
  }
  if (cursor_.word() == "partition"_kw) {
    other();
    return;
  }
  cursor_.take("column"_kw);
  AddColumn action;
  action.if_not_exists = cursor_.take("if"_kw, "not"_kw, "exists"_kw);
  if (cursor_.mark() == '(') {
    add_columns();
    return;
  }
  ReadColumn read = read_column(cursor_);
  if (read.column.name.empty()) {
    add(UnknownAction{first_words(whole_)});
    return;
  }
  action.column = std::move(read.column);
  action.constraints = std::move(read.constraints);
  action.position = std::move(read.position);
  add(std::move(action));
}

void ActionReader::drop_constraint(DroppedConstraint kind) {
  DropConstraint action;
  action.kind = kind;
  action.if_exists = cursor_.take("if"_kw, "exists"_kw);
  action.name = read_name(cursor_);
  action.cascade = read_cascade(cursor_);
  if (is_cut_short()) {
    return;
  }
  add(std::move(action));
}

void ActionReader::drop_something() {
  const bool mysql = cursor_.dialect() == Dialect::mysql;
  if (cursor_.take("constraint"_kw)) {
    drop_constraint(DroppedConstraint::named);
    return;
  }
  if (mysql && cursor_.take("primary"_kw, "key"_kw)) {
    DropConstraint action;
    action.kind = DroppedConstraint::primary_key;
    add(std::move(action));
  } else if (mysql && cursor_.take("foreign"_kw, "key"_kw)) {
    drop_constraint(DroppedConstraint::foreign_key);
  } else if (mysql && cursor_.take("check"_kw)) {
    drop_constraint(DroppedConstraint::check);
  } else if (at_inline_index(cursor_) && cursor_.word() != "projection"_kw) {
    cursor_.advance();
    DropTableIndex action;
    action.if_exists = cursor_.take("if"_kw, "exists"_kw);
    action.name = read_name(cursor_);
    add(std::move(action));
  } else if (
      cursor_.word() == "partition"_kw || cursor_.word() == "projection"_kw) {
    other();
  } else if (
      cursor_.dialect() == Dialect::tsql && cursor_.word() != "column"_kw) {
    drop_constraint(DroppedConstraint::named);
  } else {
    cursor_.take("column"_kw);
    DropColumn action;
    action.if_exists = cursor_.take("if"_kw, "exists"_kw);
    action.column = read_name(cursor_);
    action.cascade = read_cascade(cursor_);
    if (!is_cut_short()) {
      add(std::move(action));
    }
  }
}

void ActionReader::alter_something() {
  if (cursor_.word() == "constraint"_kw || cursor_.word() == "index"_kw ||
      (cursor_.word() == "check"_kw && cursor_.mark(1) != '\0')) {
    other();
    return;
  }
  const bool tsql = cursor_.dialect() == Dialect::tsql;
  cursor_.take("column"_kw);
  if (tsql || cursor_.dialect() == Dialect::clickhouse) {
    modify(false);
    return;
  }
  actions_.push_back({span_, read_column_change(cursor_, whole_)});
}

// MODIFY [COLUMN] a …, CHANGE [COLUMN] a b …
void ActionReader::modify(bool renames) {
  cursor_.take("column"_kw);
  ModifyColumn action;
  action.if_exists = cursor_.take("if"_kw, "exists"_kw);
  if (renames) {
    action.column = read_name(cursor_);
  }
  ReadColumn read = read_column(cursor_);
  if (!renames) {
    action.column = read.column.name;
  }
  action.definition = std::move(read.column);
  action.constraints = std::move(read.constraints);
  action.position = std::move(read.position);
  add(std::move(action));
}

void ActionReader::rename() {
  const WordKey word = cursor_.word();
  if (cursor_.take("to"_kw) || cursor_.take("as"_kw)) {
    add(RenameTable{read_qualified_name(cursor_)});
    return;
  }
  const bool mysql = cursor_.dialect() == Dialect::mysql;
  const bool index = mysql && (word == "index"_kw || word == "key"_kw);
  const bool constraint = word == "constraint"_kw;
  if (index || constraint || word == "column"_kw) {
    cursor_.advance();
  }
  const bool if_exists = cursor_.take("if"_kw, "exists"_kw);
  Name from = read_name(cursor_);
  if (!cursor_.take("to"_kw)) {
    if (mysql && cursor_.done()) { // RENAME name
      add(RenameTable{{{}, std::move(from.text), from.quoted, from.span}});
    } else {
      add(UnknownAction{first_words(whole_)});
    }
    return;
  }
  Name to = read_name(cursor_);
  if (index) {
    add(RenameTableIndex{std::move(from), std::move(to)});
  } else if (constraint) {
    add(RenameConstraint{std::move(from), std::move(to)});
  } else {
    add(RenameColumn{std::move(from), std::move(to), if_exists});
  }
}

// True where the word begins an action on columns, constraints, indexes or the
// name.
bool ActionReader::verb(WordKey word) {
  switch (word) {
  case "add"_kw:
    add_something();
    return true;
  case "drop"_kw:
    drop_something();
    return true;
  case "alter"_kw:
    alter_something();
    return true;
  case "modify"_kw:
    if (cursor_.dialect() == Dialect::clickhouse &&
        cursor_.word() != "column"_kw) {
      other(); // MODIFY TTL, SETTING, ORDER BY …
    } else {
      modify(false);
    }
    return true;
  case "change"_kw:
    modify(true);
    return true;
  case "rename"_kw:
    rename();
    return true;
  case "validate"_kw:
    cursor_.take("constraint"_kw);
    add(ValidateConstraint{read_name(cursor_)});
    return true;
  default:
    return false;
  }
}

// What stands between the name and the first action: T-SQL's WITH CHECK,
// ClickHouse's ON CLUSTER.
void pass_table_words(Cursor& cursor) {
  cursor.take_mark('*');
  if (cursor.take("on"_kw, "cluster"_kw)) {
    cursor.advance();
  }
  if (cursor.word() == "with"_kw &&
      (cursor.word(1) == "check"_kw || cursor.word(1) == "nocheck"_kw)) {
    cursor.advance(2);
  }
}

} // namespace

AlterTable read_alter_table(Cursor& cursor, ObjectKind kind) {
  AlterTable alter;
  alter.kind = kind;
  alter.if_exists = cursor.take("if"_kw, "exists"_kw);
  alter.only = cursor.take("only"_kw);
  alter.name = read_qualified_name(cursor);
  pass_table_words(cursor);
  WordKey carried = 0;
  while (!cursor.done()) {
    Cursor element = cursor.element();
    const WordKey verb = element.word();
    ActionReader(element, alter.actions).read(carried);
    if (cursor.dialect() == Dialect::tsql &&
        (verb == "add"_kw || verb == "drop"_kw)) {
      carried = verb;
    }
  }
  return alter;
}

} // namespace migcheck::ddl
