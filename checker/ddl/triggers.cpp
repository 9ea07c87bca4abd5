// CREATE TRIGGER, POLICY and RULE.
#include "ddl/expressions.hpp"
#include "ddl/name_lists.hpp"
#include "ddl/names.hpp"
#include "ddl/statements.hpp"
#include "ddl/tables_used.hpp"

namespace migcheck::ddl {
namespace {

using namespace sql::word_literals;

class TriggerReader {
 public:
  TriggerReader(Cursor& cursor, CreateTrigger& trigger)
      : cursor_(cursor), trigger_(trigger) {}

  void clauses();

 private:
  bool clause();
  void body();

  Cursor& cursor_;
  CreateTrigger& trigger_;
};

// Of SQLite, MySQL and T-SQL.
void TriggerReader::body() {
  TablesUsed used = read_tables_used(cursor_);
  trigger_.reads = std::move(used.reads);
  trigger_.writes = std::move(used.writes);
}

// A table of words. NOLINTNEXTLINE(readability-function-size)
bool TriggerReader::clause() {
  switch (cursor_.word()) {
  case "after"_kw:
    trigger_.timing = TriggerTiming::after;
    return false;
  case "instead"_kw:
    trigger_.timing = TriggerTiming::instead_of;
    return false;
  case "of"_kw:
    if (trigger_.timing == TriggerTiming::instead_of &&
        trigger_.table.empty() && cursor_.word(1) != 0 &&
        (cursor_.word(1) == "insert"_kw || cursor_.word(1) == "update"_kw ||
         cursor_.word(1) == "delete"_kw)) {
      return false;
    }
    do {
      cursor_.advance();
      trigger_.columns.push_back(read_name(cursor_).text);
    } while (cursor_.mark() == ',');
    return true;
  case "on"_kw:
    cursor_.advance();
    trigger_.table = read_qualified_name(cursor_);
    return true;
  case "from"_kw:
    cursor_.advance();
    trigger_.from_table = read_qualified_name(cursor_);
    return true;
  case "row"_kw:
    trigger_.row = true;
    return false;
  case "referencing"_kw:
    // OLD TABLE AS x NEW TABLE AS y
    while (!cursor_.done() && cursor_.word() != "for"_kw &&
           cursor_.word() != "when"_kw && cursor_.word() != "execute"_kw) {
      cursor_.advance();
    }
    return true;
  case "when"_kw: {
    cursor_.advance();
    Cursor inner = cursor_.group();
    trigger_.when = read_expression(inner);
    return true;
  }
  case "execute"_kw:
    cursor_.advance();
    if (cursor_.take("function"_kw) || cursor_.take("procedure"_kw)) {
      trigger_.function = read_qualified_name(cursor_);
    }
    cursor_.finish();
    return true;
  case "begin"_kw:
  case "as"_kw:
    body();
    return true;
  case "set"_kw: // MySQL: a body of one statement
  case "insert"_kw:
  case "update"_kw:
  case "delete"_kw:
  case "call"_kw:
  case "if"_kw:
    if (trigger_.table.empty()) {
      return false;
    }
    body();
    return true;
  default:
    return false;
  }
}

void TriggerReader::clauses() {
  while (!cursor_.done()) {
    if (!clause()) {
      cursor_.skip();
    }
  }
}

// USING (…) and WITH CHECK (…), as one.
void read_policy_expressions(Cursor cursor, Expression& expression) {
  while (!cursor.done()) {
    if (!cursor.take("using"_kw) && !cursor.take("check"_kw)) {
      cursor.skip();
      continue;
    }
    Cursor inner = cursor.group();
    Expression part = read_expression(inner);
    expression.text += expression.text.empty() ? "" : " ";
    expression.text += part.text;
    for (std::string& column : part.columns) {
      add_once(expression.columns, std::move(column));
    }
    for (QualifiedName& function : part.functions) {
      add_once(expression.functions, std::move(function));
    }
  }
}

} // namespace

CreateTrigger read_create_trigger(Cursor& cursor, const Modifiers& modifiers) {
  CreateTrigger trigger;
  trigger.or_replace = modifiers.or_replace;
  trigger.constraint = modifiers.constraint;
  trigger.if_not_exists = cursor.take("if"_kw, "not"_kw, "exists"_kw);
  QualifiedName name = read_qualified_name(cursor);
  trigger.name = {std::move(name.name), name.quoted, name.span};
  trigger.schema = std::move(name.schema);
  TriggerReader(cursor, trigger).clauses();
  return trigger;
}

TableRule read_policy(Cursor& cursor) {
  TableRule policy;
  policy.kind = ObjectKind::policy;
  policy.name = read_name(cursor);
  if (cursor.take("on"_kw)) {
    policy.table = read_qualified_name(cursor);
  }
  for (Cursor roles = cursor; !roles.done(); roles.skip()) {
    if (roles.take("to"_kw)) {
      do {
        policy.roles.push_back(read_name(roles).text);
      } while (roles.take_mark(','));
      break;
    }
  }
  read_policy_expressions(cursor, policy.expression);
  policy.reads = read_tables_used(cursor).reads;
  return policy;
}

TableRule read_rule(Cursor& cursor, const Modifiers& modifiers) {
  TableRule rule;
  rule.kind = ObjectKind::rule;
  rule.or_replace = modifiers.or_replace;
  rule.name = read_name(cursor);
  // AS ON event TO table
  while (!cursor.done() && !cursor.take("to"_kw)) {
    cursor.advance();
  }
  rule.table = read_qualified_name(cursor);
  Cursor again = cursor;
  rule.expression = read_expression(again);
  TablesUsed used = read_tables_used(cursor);
  rule.reads = std::move(used.reads);
  for (QualifiedName& written : used.writes) {
    add_once(rule.reads, std::move(written));
  }
  return rule;
}

} // namespace migcheck::ddl
