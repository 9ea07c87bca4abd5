#include "ddl/keys.hpp"

#include "ddl/expressions.hpp"
#include "ddl/names.hpp"

namespace migcheck::ddl {
namespace {

using namespace sql::word_literals;
using sql::TokenKind;

// MySQL: `name(10)` is a column's first ten bytes.
bool is_prefix(const Cursor& cursor) {
  return cursor.dialect() == Dialect::mysql && cursor.mark() == '(' &&
         cursor.peek(1).kind == TokenKind::number && cursor.mark(2) == ')';
}

bool goes_on(const Cursor& cursor) {
  return cursor.mark() == '(' || cursor.mark() == cast_mark ||
         cursor.mark() == '.' ||
         (cursor.peek().kind == TokenKind::operator_ && cursor.mark() != ')');
}

} // namespace

KeyElement read_key_element(Cursor& element) {
  KeyElement key;
  if (element.mark() == '(') {
    Cursor inner = element.group();
    key.expression = read_expression(inner);
    return key;
  }
  const std::size_t begin = element.place();
  Name name = read_name(element);
  if (!goes_on(element) || is_prefix(element)) {
    key.column = std::move(name.text);
    return key;
  }
  while (goes_on(element) ||
         (element.place() > begin && element.peek().kind != TokenKind::word &&
          !element.done())) {
    const bool operates = element.mark() != '(';
    element.skip();
    if (operates && element.mark() != cast_mark) {
      element.skip(); // its right side
    }
  }
  Cursor expression = element.since(begin);
  key.expression = read_expression(expression);
  return key;
}

std::vector<KeyElement> read_key_elements(Cursor& cursor) {
  std::vector<KeyElement> elements;
  for (Cursor list = cursor.group(); !list.done();) {
    Cursor element = list.element();
    elements.push_back(read_key_element(element));
  }
  return elements;
}

} // namespace migcheck::ddl
