#include "ddl/tables_used.hpp"

#include "ddl/name_lists.hpp"
#include "ddl/names.hpp"
#include "ddl/query_words.hpp"
#include "ddl/type_names.hpp"

#include <algorithm>

namespace migcheck::ddl {
namespace {

using namespace sql::word_literals;
using sql::TokenKind;
using sql::WordKey;

class UseReader {
 public:
  explicit UseReader(Cursor& cursor) : cursor_(cursor) {
    frames_.push_back({});
  }

  TablesUsed read();

 private:
  // What is open: the statement itself, and each bracket in it.
  struct Frame {
    bool in_from = false;          // a comma begins another table
    bool from_is_no_table = false; // EXTRACT(… FROM …)
    WordKey verb = 0;              // SELECT, DELETE … that was seen last
  };

  Frame& frame() { return frames_.back(); }

  void mark();
  void open();
  void word();
  bool clause_word(WordKey word);
  void from();
  void table();
  void tables();
  void target();
  void name();
  void call(QualifiedName function);
  bool common_table(const Cursor& after_name);
  void cast();
  void forget_common_tables();

  Cursor& cursor_;
  TablesUsed used_;
  std::vector<Frame> frames_;
  std::vector<std::string> common_tables_;
  WordKey previous_ = 0; // the word before this lexeme
};

TablesUsed UseReader::read() {
  while (!cursor_.done()) {
    const Lexeme& lexeme = cursor_.peek();
    if (lexeme.kind == TokenKind::word) {
      word();
    } else if (lexeme.kind == TokenKind::quoted_identifier) {
      name();
      previous_ = 0;
    } else {
      mark();
      previous_ = 0;
    }
  }
  forget_common_tables();
  return std::move(used_);
}

void UseReader::mark() {
  switch (cursor_.mark()) {
  case '(':
    open();
    return;
  case ')':
    if (frames_.size() > 1) {
      frames_.pop_back();
    }
    break;
  case ';':
    frames_.resize(1);
    frame() = {};
    break;
  case ',':
    if (frame().in_from) {
      cursor_.advance();
      table();
      return;
    }
    break;
  case cast_mark:
    cast();
    return;
  default:
    break;
  }
  cursor_.advance();
}

void UseReader::open() {
  frames_.push_back({.from_is_no_table = takes_from(previous_)});
  cursor_.advance();
}

void UseReader::cast() {
  cursor_.advance();
  TypeName type = read_type(cursor_);
  add_once(used_.types, std::move(type.user_type));
}

// A table of FROM, where one stands.
void UseReader::table() {
  while (cursor_.take("only"_kw) || cursor_.take("lateral"_kw) ||
         cursor_.take("table"_kw)) {
  }
  frame().in_from = true;
  if (cursor_.mark() == '(') {
    frames_.push_back({.in_from = true});
    cursor_.advance();
    const WordKey next = cursor_.word();
    if (next != "select"_kw && next != "with"_kw && next != "values"_kw) {
      tables();
    }
    return;
  }
  if (cursor_.word() == "select"_kw || cursor_.word() == "unnest"_kw ||
      !at_name(cursor_)) {
    return;
  }
  QualifiedName name = read_qualified_name(cursor_);
  if (cursor_.mark() == '(' && cursor_.dialect() != Dialect::tsql) {
    call(std::move(name));
  } else {
    add_once(used_.reads, std::move(name));
  }
  previous_ = 0;
}

// `((a JOIN b …`: brackets in brackets.
void UseReader::tables() {
  while (cursor_.mark() == '(') {
    frames_.push_back({.in_from = true});
    cursor_.advance();
  }
  if (cursor_.word() != "select"_kw && cursor_.word() != "with"_kw &&
      cursor_.word() != "values"_kw && at_name(cursor_)) {
    table();
  }
}

void UseReader::target() {
  while (cursor_.take("only"_kw) || cursor_.take("table"_kw) ||
         cursor_.take("ignore"_kw)) {
  }
  QualifiedName name = read_qualified_name(cursor_);
  add_once(used_.writes, std::move(name));
  previous_ = 0;
}

void UseReader::from() {
  if (frame().from_is_no_table || previous_ == "distinct"_kw ||
      frame().verb == "fetch"_kw || frame().verb == "revoke"_kw) {
    cursor_.advance();
    return;
  }
  const bool deletes = previous_ == "delete"_kw;
  cursor_.advance();
  if (deletes) {
    target();
  } else {
    table();
  }
}

// True where a word that matters was read, and what it names.
bool UseReader::clause_word(WordKey word) {
  switch (word) {
  case "from"_kw:
    from();
    return true;
  case "join"_kw:
  case "straight_join"_kw:
    cursor_.advance();
    table();
    return true;
  case "into"_kw:
    cursor_.advance();
    if (frame().verb == "select"_kw) {
      cursor_.take("strict"_kw);
      while (cursor_.take("temp"_kw) || cursor_.take("temporary"_kw) ||
             cursor_.take("unlogged"_kw) || cursor_.take("table"_kw)) {
      }
      QualifiedName name = read_qualified_name(cursor_);
      used_.into = used_.into.empty() ? std::move(name) : used_.into;
    } else if (frame().verb != "fetch"_kw && frame().verb != 0) {
      target();
    }
    return true;
  case "update"_kw:
    cursor_.advance();
    if (!precedes_update(previous_) && cursor_.word() != "set"_kw) {
      frame().verb = word;
      target();
    }
    return true;
  case "using"_kw: {
    const bool lists =
        frame().verb == "delete"_kw || frame().verb == "merge"_kw;
    cursor_.advance();
    if (lists && (cursor_.mark() != '(' || cursor_.word(1) == "select"_kw)) {
      table();
    }
    return true;
  }
  case "truncate"_kw:
    cursor_.advance();
    do {
      target();
    } while (cursor_.take_mark(','));
    return true;
  default:
    return false;
  }
}

void UseReader::word() {
  const WordKey word = cursor_.word();
  switch (word) {
  case "select"_kw:
  case "insert"_kw:
  case "replace"_kw:
  case "delete"_kw:
  case "merge"_kw:
  case "fetch"_kw:
  case "revoke"_kw:
    // REPLACE(a, b) is a function.
    frame().verb =
        cursor_.mark(1) == '(' && word == "replace"_kw ? frame().verb : word;
    break;
  default:
    break;
  }
  frame().in_from = frame().in_from && !ends_from(word);
  if (clause_word(word)) {
    previous_ = word;
    return;
  }
  const bool plain =
      !is_no_function(word) && !(word != 0 && is_string(cursor_.peek(1)));
  if (!plain) {
    cursor_.advance();
  } else {
    name();
  }
  previous_ = word;
}

// `name [(a, b)] AS [NOT] [MATERIALIZED] (SELECT …`.
bool UseReader::common_table(const Cursor& after_name) {
  Cursor ahead = after_name;
  if (ahead.mark() == '(') {
    ahead.skip();
  }
  if (!ahead.take("as"_kw)) {
    return false;
  }
  ahead.take("not"_kw);
  ahead.take("materialized"_kw);
  if (ahead.mark() != '(') {
    return false;
  }
  switch (ahead.word(1)) {
  case "select"_kw:
  case "with"_kw:
  case "values"_kw:
  case "insert"_kw:
  case "update"_kw:
  case "delete"_kw:
  case "table"_kw:
    return true;
  default:
    return ahead.mark(1) == '(';
  }
}

void UseReader::name() {
  const std::size_t place = cursor_.place();
  QualifiedName name = read_qualified_name(cursor_);
  if (cursor_.place() == place) {
    cursor_.advance();
  } else if (common_table(cursor_)) {
    common_tables_.push_back(std::move(name.name));
    if (cursor_.mark() == '(') {
      cursor_.skip();
    }
  } else if (cursor_.mark() == '(') {
    call(std::move(name));
  } else if (!name.empty()) {
    add_once(used_.names, std::move(name.name));
  }
}

void UseReader::call(QualifiedName function) {
  FunctionCall call{std::move(function), {}};
  if (is_string(cursor_.peek(1))) {
    call.literal = string_value(cursor_.bytes(1));
  }
  add_once(used_.calls, std::move(call));
}

void UseReader::forget_common_tables() {
  if (common_tables_.empty()) {
    return;
  }
  std::sort(common_tables_.begin(), common_tables_.end());
  const auto is_common = [this](const QualifiedName& name) {
    return name.schema.empty() &&
           std::binary_search(
               common_tables_.begin(), common_tables_.end(), name.name);
  };
  std::erase_if(used_.reads, is_common);
  std::erase_if(used_.writes, is_common);
}

} // namespace

TablesUsed read_tables_used(Cursor& cursor) {
  return UseReader(cursor).read();
}

std::vector<QualifiedName> functions_of(std::vector<FunctionCall> calls) {
  std::vector<QualifiedName> functions;
  for (FunctionCall& call : calls) {
    add_once(functions, std::move(call.name));
  }
  return functions;
}

} // namespace migcheck::ddl
