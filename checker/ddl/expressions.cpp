#include "ddl/expressions.hpp"

#include "ddl/name_lists.hpp"
#include "ddl/names.hpp"
#include "ddl/type_names.hpp"

#include <algorithm>

namespace migcheck::ddl {
namespace {

using namespace sql::word_literals;
using sql::TokenKind;
using sql::WordKey;

bool takes_sequence(std::string_view function) {
  return function == "nextval" || function == "currval" || function == "setval";
}

class ExpressionReader {
 public:
  explicit ExpressionReader(Cursor& cursor) : cursor_(cursor) {}

  Expression read();

 private:
  void name();
  void call(QualifiedName function);
  void cast();
  void type();

  Cursor& cursor_;
  Expression expression_;
  std::size_t cast_end_ = 0; // of the last CAST (
  Span literal_{};           // the string before this lexeme
};

Expression ExpressionReader::read() {
  expression_.text = expression_text(cursor_);
  while (!cursor_.done()) {
    const Lexeme& lexeme = cursor_.peek();
    if (lexeme.mark == cast_mark) {
      cursor_.advance();
      cast();
      literal_ = {};
      continue;
    }
    literal_ = is_string(lexeme) ? lexeme.span : Span{};
    if (lexeme.kind == TokenKind::quoted_identifier ||
        lexeme.kind == TokenKind::word) {
      name();
    } else {
      cursor_.advance();
    }
  }
  return std::move(expression_);
}

void ExpressionReader::type() {
  TypeName type = read_type(cursor_);
  if (!type.user_type.empty()) {
    add_once(expression_.types, std::move(type.user_type));
  }
}

// After `::`; the literal before it may name a sequence.
void ExpressionReader::cast() {
  const bool regclass = cursor_.word() == "regclass"_kw;
  type();
  if (regclass && literal_.size() > 0) {
    add_once(
        expression_.sequences,
        name_in(string_value(literal_.of(cursor_.text())), cursor_.dialect()));
  }
}

void ExpressionReader::name() {
  const WordKey word = cursor_.word();
  if (word == "as"_kw && cursor_.place() < cast_end_) {
    cursor_.advance();
    type();
    return;
  }
  // `interval '1 day'`: a type before its literal.
  if (is_expression_word(word) || (word != 0 && is_string(cursor_.peek(1)))) {
    cursor_.advance();
    return;
  }
  if (word == "cast"_kw && cursor_.mark(1) == '(') {
    cast_end_ = std::max<std::size_t>(cast_end_, cursor_.peek(1).partner);
    cursor_.advance(2);
    return;
  }
  const std::size_t place = cursor_.place();
  QualifiedName name = read_qualified_name(cursor_);
  if (cursor_.place() == place) {
    cursor_.advance();
  } else if (cursor_.mark() == '(') {
    call(std::move(name));
  } else if (!name.empty()) {
    add_once(expression_.columns, std::move(name.name));
  }
}

void ExpressionReader::call(QualifiedName function) {
  if (takes_sequence(function.name) && is_string(cursor_.peek(1))) {
    add_once(
        expression_.sequences,
        name_in(string_value(cursor_.bytes(1)), cursor_.dialect()));
  }
  if (!function.empty()) {
    add_once(expression_.functions, std::move(function));
  }
}

} // namespace

bool is_expression_word(WordKey word) {
  switch (word) {
  case "and"_kw:
  case "or"_kw:
  case "not"_kw:
  case "null"_kw:
  case "is"_kw:
  case "in"_kw:
  case "like"_kw:
  case "ilike"_kw:
  case "similar"_kw:
  case "to"_kw:
  case "between"_kw:
  case "case"_kw:
  case "when"_kw:
  case "then"_kw:
  case "else"_kw:
  case "end"_kw:
  case "true"_kw:
  case "false"_kw:
  case "array"_kw:
  case "row"_kw:
  case "any"_kw:
  case "all"_kw:
  case "some"_kw:
  case "exists"_kw:
  case "distinct"_kw:
  case "from"_kw:
  case "at"_kw:
  case "time"_kw:
  case "zone"_kw:
  case "collate"_kw:
  case "escape"_kw:
  case "isnull"_kw:
  case "notnull"_kw:
  case "asc"_kw:
  case "desc"_kw:
  case "select"_kw:
  case "where"_kw:
  case "with"_kw:
  case "current_date"_kw:
  case "current_time"_kw:
  case "current_user"_kw:
  case "session_user"_kw:
  case "current_timestamp"_kw:
  case "localtime"_kw:
  case "localtimestamp"_kw:
  case "current_role"_kw:
    return true;
  default:
    return false;
  }
}

std::string expression_text(Cursor cursor) {
  std::string text;
  for (; !cursor.done(); cursor.advance()) {
    text += cursor.peek().spaced && !text.empty() ? " " : "";
    text += cursor.bytes();
  }
  return text;
}

Expression read_expression(Cursor& cursor) {
  return ExpressionReader(cursor).read();
}

} // namespace migcheck::ddl
