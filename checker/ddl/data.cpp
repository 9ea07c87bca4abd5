// Statements about data.
#include "ddl/expressions.hpp"
#include "ddl/names.hpp"
#include "ddl/statements.hpp"
#include "ddl/tables_used.hpp"
#include "text/ascii.hpp"

#include <utility>

namespace migcheck::ddl {
namespace {

using namespace sql::word_literals;

// The word at depth 0 that tells what a WITH statement does.
DataVerb verb_after_with(Cursor cursor) {
  for (; !cursor.done(); cursor.skip()) {
    switch (cursor.word()) {
    case "select"_kw:
      return DataVerb::select;
    case "insert"_kw:
      return DataVerb::insert;
    case "update"_kw:
      return DataVerb::update;
    case "delete"_kw:
      return DataVerb::delete_;
    case "merge"_kw:
      return DataVerb::merge;
    default:
      break;
    }
  }
  return DataVerb::select;
}

bool has_where(Cursor cursor) {
  for (; !cursor.done(); cursor.skip()) {
    if (cursor.word() == "where"_kw) {
      return true;
    }
  }
  return false;
}

// INSERT INTO t [AS a] (a, b): the list.
std::vector<std::string> inserted_columns(Cursor cursor) {
  while (!cursor.done() && !cursor.take("into"_kw)) {
    cursor.skip();
  }
  read_qualified_name(cursor);
  if (cursor.take("as"_kw)) {
    cursor.advance();
  }
  const bool list = cursor.mark() == '(' && cursor.word(1) != "select"_kw &&
                    cursor.word(1) != "with"_kw;
  return list ? read_column_list(cursor) : std::vector<std::string>{};
}

// UPDATE t SET a = …, (b, c) = …
std::vector<std::string> updated_columns(Cursor cursor) {
  std::vector<std::string> columns;
  while (!cursor.done() && !cursor.take("set"_kw)) {
    cursor.skip();
  }
  while (!cursor.done()) {
    Cursor element = cursor.element();
    if (element.mark() == '(') {
      for (std::string& column : read_column_list(element)) {
        columns.push_back(std::move(column));
      }
    } else if (at_name(element)) {
      columns.push_back(read_qualified_name(element).name);
    }
    if (has_where(element)) {
      break;
    }
  }
  return columns;
}

// SELECT set_config('search_path', 'a', false)
bool read_set_config(const TablesUsed& used, Cursor cursor, Sink& sink) {
  const bool sets = used.calls.size() == 1 &&
                    used.calls.front().name.name == "set_config" &&
                    used.reads.empty();
  if (!sets) {
    return false;
  }
  while (!cursor.done() && cursor.mark() != '(') {
    cursor.skip();
  }
  SetVariable variable;
  variable.name = lower_case(used.calls.front().literal);
  Cursor list = cursor.group();
  list.element();
  Cursor value = list.element();
  variable.constant = is_string(value.peek()) && !variable.name.empty();
  const std::string values = string_value(value.bytes());
  Lexemes lexemes(values, cursor.dialect());
  lexemes.load({0, static_cast<std::uint32_t>(values.size())});
  Cursor names(lexemes);
  while (variable.constant && !names.done()) {
    Cursor element = names.element();
    variable.values.push_back(read_name(element).text);
  }
  variable.local = list.word() == "true"_kw;
  sink.emplace_back(std::move(variable));
  return true;
}

} // namespace

void read_data(Cursor& cursor, DataVerb verb, Sink& sink) {
  const Cursor whole = cursor;
  DataStatement data;
  data.verb = cursor.word() == "with"_kw ? verb_after_with(cursor) : verb;
  TablesUsed used = read_tables_used(cursor);
  if (data.verb == DataVerb::select) {
    if (read_set_config(used, whole, sink)) {
      return;
    }
    if (!used.into.empty() && cursor.dialect() != Dialect::mysql) {
      CreateTable table;
      table.name = std::move(used.into);
      table.as_select = true;
      table.temporary = !table.name.empty() && table.name.name.front() == '#';
      table.reads = used.reads;
      sink.emplace_back(std::move(table));
      return;
    }
  } else {
    data.where = has_where(whole);
  }
  if (data.verb == DataVerb::insert) {
    data.columns = inserted_columns(whole);
  } else if (data.verb == DataVerb::update) {
    data.columns = updated_columns(whole);
  }
  data.writes = std::move(used.writes);
  data.reads = std::move(used.reads);
  data.calls = std::move(used.calls);
  sink.emplace_back(std::move(data));
}

DataStatement read_truncate(Cursor& cursor) {
  DataStatement data;
  data.verb = DataVerb::truncate;
  cursor.take("table"_kw);
  do {
    cursor.take("only"_kw);
    data.writes.push_back(read_qualified_name(cursor));
    cursor.take_mark('*');
  } while (cursor.take_mark(','));
  while (!cursor.done()) {
    data.cascade = data.cascade || cursor.word() == "cascade"_kw;
    cursor.skip();
  }
  return data;
}

DataStatement read_copy(Cursor& cursor) {
  DataStatement data;
  data.verb = DataVerb::copy;
  if (cursor.mark() == '(') {
    Cursor query = cursor.group();
    data.reads = read_tables_used(query).reads;
    cursor.finish();
    return data;
  }
  cursor.take("binary"_kw);
  QualifiedName table = read_qualified_name(cursor);
  if (cursor.mark() == '(') {
    data.columns = read_column_list(cursor);
  }
  (cursor.word() == "to"_kw ? data.reads : data.writes)
      .push_back(std::move(table));
  cursor.finish();
  return data;
}

DataStatement read_call(Cursor& cursor) {
  DataStatement data;
  data.verb = DataVerb::call;
  FunctionCall call;
  call.name = read_qualified_name(cursor);
  cursor.take_mark('(');
  if (is_string(cursor.peek())) {
    call.literal = string_value(cursor.bytes());
  }
  data.calls.push_back(std::move(call));
  data.reads = read_tables_used(cursor).reads;
  return data;
}

DataStatement read_lock(Cursor& cursor) {
  DataStatement data;
  data.verb = DataVerb::lock;
  if (!cursor.take("table"_kw)) {
    cursor.take("tables"_kw);
  }
  do {
    cursor.take("only"_kw);
    QualifiedName name = read_qualified_name(cursor);
    if (!name.empty()) {
      data.reads.push_back(std::move(name));
    }
    while (!cursor.done() && cursor.mark() != ',') {
      cursor.skip();
    }
  } while (cursor.take_mark(','));
  return data;
}

} // namespace migcheck::ddl
