#include "ddl/partitions.hpp"

#include "ddl/expressions.hpp"
#include "ddl/keys.hpp"
#include "ddl/names.hpp"
#include "text/ascii.hpp"

#include <algorithm>

namespace migcheck::ddl {
namespace {

using namespace sql::word_literals;
using sql::TokenKind;

std::string quoted_literal(const std::string& value) {
  std::string quoted = "'";
  for (const char byte : value) {
    quoted += byte;
    quoted += byte == '\'' ? "'" : "";
  }
  return quoted + "'";
}

bool is_sign(const Lexeme& lexeme) {
  return lexeme.mark == '-' || lexeme.mark == '+';
}

// Passes `::type` and the type's name before a literal: DATE '2025-01-01'.
void pass_casts(Cursor& cursor) {
  while (cursor.take_mark(cast_mark)) {
    while (!cursor.done() && cursor.mark() != cast_mark) {
      cursor.skip();
    }
  }
}

// One value of a bound: what it is, and how pg_get_expr() prints it.
class ValueReader {
 public:
  ValueReader(PartitionBounds& bounds) : bounds_(bounds) {}

  // Adds the value that is all of `element`.
  void read(Cursor element, std::vector<std::string>& values);

  const std::string& text() const { return text_; }

  void begin() { text_.clear(); }

 private:
  void add(std::string value, const std::string& printed);

  PartitionBounds& bounds_;
  std::vector<std::string>* values_ = nullptr;
  std::string text_;
};

void ValueReader::add(std::string value, const std::string& printed) {
  values_->push_back(std::move(value));
  text_ += text_.empty() ? "" : ", ";
  text_ += printed;
}

// The forms of a bound, one after the other.
// NOLINTNEXTLINE(readability-function-size)
void ValueReader::read(Cursor element, std::vector<std::string>& values) {
  values_ = &values;
  const std::string whole = expression_text(element);
  while (element.mark() == '(' &&
         element.peek().partner >= element.place() + 1) {
    Cursor inner = element.group();
    pass_casts(element);
    if (!element.done()) {
      break;
    }
    element = inner;
  }
  // DATE '…', timestamptz '…'
  if (element.peek().kind == TokenKind::word && is_string(element.peek(1))) {
    element.advance();
  }
  const Lexeme& lexeme = element.peek();
  if (is_string(lexeme)) {
    std::string value = string_value(element.bytes());
    element.advance();
    pass_casts(element);
    if (element.done()) {
      const std::string printed = quoted_literal(value);
      add(std::move(value), printed);
      return;
    }
  } else if (
      lexeme.kind == TokenKind::number ||
      (is_sign(lexeme) && element.peek(1).kind == TokenKind::number)) {
    const bool minus = lexeme.mark == '-';
    element.advance(is_sign(lexeme) ? 1 : 0);
    const std::string digits(element.bytes());
    element.advance();
    pass_casts(element);
    if (element.done()) {
      add((minus ? "-" : "") + digits, minus ? "'-" + digits + "'" : digits);
      return;
    }
  } else if (
      lexeme.word != 0 && element.peek(1).kind == TokenKind::terminator) {
    switch (lexeme.word) {
    case "minvalue"_kw:
    case "maxvalue"_kw:
    case "null"_kw: {
      std::string word(element.bytes());
      std::transform(word.begin(), word.end(), word.begin(), [](char byte) {
        return is_letter(byte) ? static_cast<char>(byte & ~0x20) : byte;
      });
      add(word, word);
      return;
    }
    case "true"_kw:
    case "false"_kw:
      add(lower_case(element.bytes()), lower_case(element.bytes()));
      return;
    default:
      break;
    }
  }
  bounds_.constant = false;
  add(whole, whole);
}

std::string read_values(
    Cursor& cursor, PartitionBounds& bounds, std::vector<std::string>& values) {
  ValueReader reader(bounds);
  for (Cursor list = cursor.group(); !list.done();) {
    reader.read(list.element(), values);
  }
  return "(" + reader.text() + ")";
}

// WITH (MODULUS 4, REMAINDER 0)
void read_hash(Cursor& cursor, PartitionBounds& bounds) {
  bounds.kind = BoundsKind::hash;
  for (Cursor list = cursor.group(); !list.done();) {
    Cursor element = list.element();
    const bool modulus = element.take("modulus"_kw);
    if (!modulus) {
      element.take("remainder"_kw);
    }
    (modulus ? bounds.from : bounds.to).emplace_back(element.bytes());
  }
  bounds.text = "FOR VALUES WITH (modulus " +
                (bounds.from.empty() ? "" : bounds.from.front()) +
                ", remainder " + (bounds.to.empty() ? "" : bounds.to.front()) +
                ")";
}

} // namespace

bool read_bounds(Cursor& cursor, PartitionBounds& bounds) {
  if (cursor.take("default"_kw)) {
    bounds.kind = BoundsKind::default_;
    bounds.text = "DEFAULT";
    return true;
  }
  if (!cursor.take("for"_kw, "values"_kw)) {
    return false;
  }
  if (cursor.take("from"_kw)) {
    bounds.kind = BoundsKind::range;
    bounds.text = "FOR VALUES FROM ";
    bounds.text += read_values(cursor, bounds, bounds.from);
    cursor.take("to"_kw);
    bounds.text += " TO ";
    bounds.text += read_values(cursor, bounds, bounds.to);
  } else if (cursor.take("in"_kw)) {
    bounds.kind = BoundsKind::list;
    bounds.text = "FOR VALUES IN " + read_values(cursor, bounds, bounds.from);
  } else if (cursor.take("with"_kw)) {
    read_hash(cursor, bounds);
  } else {
    return false;
  }
  return true;
}

PartitionKey read_partition_key(Cursor& cursor) {
  PartitionKey key;
  const auto strategy = cursor.word();
  cursor.advance();
  switch (strategy) {
  case "range"_kw:
    key.strategy = PartitionStrategy::range;
    break;
  case "list"_kw:
    key.strategy = PartitionStrategy::list;
    break;
  case "hash"_kw:
    key.strategy = PartitionStrategy::hash;
    break;
  default:
    key.strategy = PartitionStrategy::other;
  }
  if (cursor.word() == "columns"_kw) { // MySQL: RANGE COLUMNS
    cursor.advance();
  }
  if (cursor.mark() == '(') {
    key.elements = read_key_elements(cursor);
  }
  return key;
}

} // namespace migcheck::ddl
